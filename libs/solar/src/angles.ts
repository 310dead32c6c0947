// Taken out of the global object once: under test that look-up is slow, and these run millions of times.
const { cos, sin } = Math;
const RADIANS_PER_DEGREE = Math.PI / 180;

export function sinDeg(angleDeg: number): number {
  return sin(angleDeg * RADIANS_PER_DEGREE);
}

export function cosDeg(angleDeg: number): number {
  return cos(angleDeg * RADIANS_PER_DEGREE);
}

export function toDegrees(angleRad: number): number {
  return angleRad / RADIANS_PER_DEGREE;
}

/** An angle brought into [0, 360). */
export function wrapDegrees(angleDeg: number): number {
  return ((angleDeg % 360) + 360) % 360;
}
