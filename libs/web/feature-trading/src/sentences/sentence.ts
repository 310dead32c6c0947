/** A text with the household's own figures: energy in Wh and prices in µCHF/kWh, to be written in its language. */
export interface Sentence {
  readonly key: string;
  readonly energyWh?: Readonly<Record<string, number>>;
  readonly priceMicroPerKwh?: Readonly<Record<string, number>>;
}
