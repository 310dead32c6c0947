/** The eight directions of the compass, clockwise from north. */
export const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type CompassPoint = (typeof COMPASS)[number];

/** The direction nearest to an azimuth in degrees (0 = north, 90 = east). */
export function compassPoint(azimuthDeg: number): CompassPoint {
  const turn = ((azimuthDeg % 360) + 360) % 360;
  return COMPASS[Math.round(turn / 45) % COMPASS.length] ?? 'n';
}
