/** A figure for the eye: the number and its unit apart, so that they can be set in different sizes. */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
}

/** A no-break space: a number is never parted from its unit. */
export const NBSP = '\u00a0';

/** What stands where there is no figure. */
export const NO_VALUE = '–';

/** A quantity as one text that does not break. */
export function quantityText({ value, unit }: Quantity): string {
  return unit === '' ? value : `${value}${NBSP}${unit}`;
}
