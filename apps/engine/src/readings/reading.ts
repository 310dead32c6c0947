/** How good a reading is, as the database keeps it. */
export const QUALITY_CODES = { measured: 1, estimated: 2, simulated: 3 } as const;
export type Quality = keyof typeof QUALITY_CODES;

/** More than any house connection carries in a quarter of an hour: 8 MW. */
export const MAX_INTERVAL_WH = 2_000_000;

/** Where readings go, one at a time. `productionWh` is −1 where it is not known. */
export interface ReadingSink {
  add(nodeId: number, startMs: number, importWh: number, exportWh: number, productionWh: number): void;
}
