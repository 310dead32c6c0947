/** A turn with the keys and the pointer; single degrees are for the field beside it. */
export const STEP_DEG = 5;
const PAGE_DEG = 45;

/** Degrees of a dial: how far they go, and whether the last is followed by the first. */
export interface DialRange {
  readonly maxDeg: number;
  readonly wraps: boolean;
}
export const AZIMUTH: DialRange = { maxDeg: 359, wraps: true };
export const TILT: DialRange = { maxDeg: 90, wraps: false };

/** Where a key turns a dial to; null where the key means nothing to it. */
export function turnByKey(key: string, deg: number, range: DialRange): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return turn(deg, STEP_DEG, range);
    case 'ArrowLeft':
    case 'ArrowDown':
      return turn(deg, -STEP_DEG, range);
    case 'PageUp':
      return turn(deg, PAGE_DEG, range);
    case 'PageDown':
      return turn(deg, -PAGE_DEG, range);
    case 'Home':
      return 0;
    case 'End':
      return range.wraps ? 180 : range.maxDeg;
    default:
      return null;
  }
}

/** The direction from the middle of a compass to a point, clockwise from north; `y` grows downward. */
export function directionTo(x: number, y: number): number {
  return toStep((Math.atan2(x, -y) * 180) / Math.PI, AZIMUTH);
}

/** How steep the way from the foot of a roof to a point is, 0 to 90; `y` grows downward. */
export function steepness(x: number, y: number): number {
  return toStep((Math.atan2(Math.max(0, -y), Math.max(0, x)) * 180) / Math.PI, TILT);
}

/** The way to the next whole step, so that 123° turns to 125°. */
function turn(deg: number, by: number, range: DialRange): number {
  return within(Math.round((deg + by) / STEP_DEG) * STEP_DEG, range);
}

function toStep(deg: number, range: DialRange): number {
  return within(Math.round(deg / STEP_DEG) * STEP_DEG, range);
}

function within(deg: number, { maxDeg, wraps }: DialRange): number {
  if (wraps) return ((deg % 360) + 360) % 360;
  return Math.min(Math.max(deg, 0), maxDeg);
}
