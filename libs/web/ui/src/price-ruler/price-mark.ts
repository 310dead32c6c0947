import type { MicroPerKwh } from '@ceex/units';

export const PRICE_MARK_KINDS = ['feed-in', 'last-clearing', 'week', 'utility'] as const;
export type PriceMarkKind = (typeof PRICE_MARK_KINDS)[number];

/** A price worth knowing on the ruler. A mark outside the ruler's ends is not shown. */
export interface PriceMark {
  readonly kind: PriceMarkKind;
  /** Its price, or the lower end of a band. */
  readonly valueMicroPerKwh: MicroPerKwh;
  /** The upper end, where the mark is a band (the week's prices). */
  readonly toMicroPerKwh?: MicroPerKwh;
  /** What it is; the ruler puts the price beside it. */
  readonly label: string;
}
