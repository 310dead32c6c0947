/** A text with the household's own figures: energy in Wh, prices in µCHF/kWh, money in nCHF, to be written in its language. */
export interface Sentence {
  readonly key: string;
  readonly energyWh?: Readonly<Record<string, number>>;
  readonly priceMicroPerKwh?: Readonly<Record<string, number>>;
  readonly moneyNano?: Readonly<Record<string, number>>;
  /** Counts and names, written as they are. */
  readonly plain?: Readonly<Record<string, string | number>>;
}
