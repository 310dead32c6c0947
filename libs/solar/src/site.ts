/** A place on the earth. */
export interface Site {
  /** Degrees north, −90 … 90. */
  readonly latitudeDeg: number;
  /** Degrees east, −180 … 180. */
  readonly longitudeDeg: number;
}

/**
 * Checks a site that comes from outside.
 * @throws RangeError naming the field that is no number or outside its range.
 */
export function assertSite(site: Site): void {
  assertWithin(site.latitudeDeg, -90, 90, 'latitudeDeg');
  assertWithin(site.longitudeDeg, -180, 180, 'longitudeDeg');
}

/** Throws RangeError naming `field` unless `value` is a number in [lowest, highest]. */
export function assertWithin(value: number, lowest: number, highest: number, field: string): void {
  if (!(value >= lowest && value <= highest)) {
    throw new RangeError(`${field} must be a number from ${lowest} to ${highest}, not ${String(value)}`);
  }
}
