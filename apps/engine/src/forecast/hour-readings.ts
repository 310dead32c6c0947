import { HOUR_MS, localHour, type LocalHour } from './local-hours';

/** What a meter counted in a quarter-hour. */
export interface MeterRow {
  readonly startsAt: Date;
  readonly importWh: number;
  readonly exportWh: number;
  readonly productionWh: number | null;
}

/** What a meter counted in a whole hour. */
export interface HourReading extends LocalHour {
  readonly startMs: number;
  readonly importWh: number;
  readonly exportWh: number;
  readonly productionWh: number;
  /** Used in the house; what a battery took or gave counts as used or not used. */
  readonly usedWh: number;
}

/** The whole hours of these readings, earliest first; an hour that lacks a quarter is left out. */
export function hourReadings(rows: readonly MeterRow[], timeZone: string): HourReading[] {
  const hours = new Map<number, MeterRow[]>();
  for (const row of rows) {
    const startMs = row.startsAt.getTime() - (row.startsAt.getTime() % HOUR_MS);
    const quarters = hours.get(startMs);
    if (quarters === undefined) hours.set(startMs, [row]);
    else quarters.push(row);
  }
  return [...hours]
    .filter(([, quarters]) => quarters.length === 4)
    .sort(([a], [b]) => a - b)
    .map(([startMs, quarters]) => {
      const sum = (pick: (row: MeterRow) => number) => quarters.reduce((total, row) => total + pick(row), 0);
      const importWh = sum((row) => row.importWh);
      const exportWh = sum((row) => row.exportWh);
      const productionWh = sum((row) => row.productionWh ?? 0);
      const usedWh = Math.max(0, importWh + productionWh - exportWh);
      return { startMs, ...localHour(startMs, timeZone), importWh, exportWh, productionWh, usedWh };
    });
}
