import { expectedEnergy, type PvSystem, type Site } from '@ceex/solar';
import { INTERVAL_MS, intervalIndex, localDay } from '@ceex/units';
import type { HourReading } from './hour-readings';
import { HOUR_MS, isWeekend, localHour, type LocalHour } from './local-hours';

/** What a forecast rests on. */
export interface Basis {
  /** Hours of the last weeks, all of them before the forecast begins. */
  readonly history: readonly HourReading[];
  readonly systems: readonly (PvSystem & { readonly commissionedOn: string })[];
  readonly site: Site | null;
  readonly hasBattery: boolean;
  readonly timeZone: string;
}

export interface EnergyForecast {
  readonly startMs: number;
  readonly surplusWh: number;
  readonly needWh: number;
  readonly producedWh: number;
}

/** The same weekday counts for so many of the other days that are lived like it. */
const SAME_WEEKDAY = 2;
/**
 * So far back the plants' real output is compared with the model's: soiling, shade, and the weather of these days, which
 * tends to last. Of 2, 3, 10 and 14 days, 2 and 3 were best for the houses of the demo.
 */
const COMPARED_MS = 3 * 24 * HOUR_MS;
/** A comparison of a few dark days must not run away. */
const LEAST_FACTOR = 0.1;
const MOST_FACTOR = 2;

/** So much of a forecast comes from use and production, the rest from what the meter itself counted at such hours. */
const NET_SHARE = 0.5;

/**
 * What a household gives and needs in each of these hours. Use is what it used at such hours of such weekdays before;
 * production is the model of its plants, scaled to what they really made in the last days. Surplus and need are half
 * the difference of the two, half what the meter counted at such hours. In a house with a battery, which fills and
 * empties between the two as the weather lets it, they are what the meter counted at that hour of the last days alone.
 */
export function forecastEnergy(basis: Basis, startsMs: readonly number[]): EnergyForecast[] {
  const firstMs = startsMs[0] ?? 0;
  const factor = outputFactor(basis, firstMs);
  const lastDays = basis.history.filter(({ startMs }) => startMs >= firstMs - COMPARED_MS);
  const netShare = basis.hasBattery ? 0 : NET_SHARE;
  const mixed = (netWh: number, meterWh: number) =>
    Math.round(netShare * Math.max(0, netWh) + (1 - netShare) * meterWh);
  return startsMs.map((startMs) => {
    const hour = localHour(startMs, basis.timeZone);
    const usual = (pick: (reading: HourReading) => number) => weightedMean(basis.history, hour, pick);
    const producedWh = factor === null ? usual(({ productionWh }) => productionWh) : factor * modelWh(basis, startMs);
    const netWh = producedWh - usual(({ usedWh }) => usedWh);
    const counted = (pick: (reading: HourReading) => number) =>
      basis.hasBattery ? mean(lastDays.filter((reading) => reading.hour === hour.hour).map(pick)) : usual(pick);
    const usualExportWh = counted(({ exportWh }) => exportWh);
    const usualImportWh = counted(({ importWh }) => importWh);
    return {
      startMs,
      surplusWh: mixed(netWh, usualExportWh),
      needWh: mixed(-netWh, usualImportWh),
      producedWh: Math.round(producedWh),
    };
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function weightedMean(history: readonly HourReading[], at: LocalHour, pick: (reading: HourReading) => number): number {
  let sum = 0;
  let weights = 0;
  for (const reading of history) {
    if (reading.hour !== at.hour || isWeekend(reading) !== isWeekend(at)) continue;
    const weight = reading.weekday === at.weekday ? SAME_WEEKDAY : 1;
    sum += weight * pick(reading);
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** What the plants really made over what the model says of the same hours; null where the model has nothing to say. */
function outputFactor(basis: Basis, beforeMs: number): number | null {
  let measuredWh = 0;
  let expectedWh = 0;
  for (const { startMs, productionWh } of basis.history) {
    if (startMs < beforeMs - COMPARED_MS) continue;
    measuredWh += productionWh;
    expectedWh += modelWh(basis, startMs);
  }
  if (expectedWh === 0) return null;
  return Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, measuredWh / expectedWh));
}

/** The model's output of an hour in usual weather, of the plants that stood by then. */
function modelWh({ systems, site, timeZone }: Basis, startMs: number): number {
  if (site === null || systems.length === 0) return 0;
  const day = localDay(startMs, timeZone);
  const standing = systems.filter(({ commissionedOn }) => commissionedOn <= day);
  if (standing.length === 0) return 0;
  let wh = 0;
  for (let ms = startMs; ms < startMs + HOUR_MS; ms += INTERVAL_MS) {
    wh += expectedEnergy(standing, site, intervalIndex(ms)).usualWh;
  }
  return wh;
}
