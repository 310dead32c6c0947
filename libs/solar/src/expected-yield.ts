import { INTERVAL_MS } from '@ceex/units';
import { planeIrradiance } from './plane';
import { assertPvSystem, pvPowerW, type PvSystem } from './pv-system';
import { assertSite, assertWithin, type Site } from './site';
import { skyIrradiance } from './sky';
import { sunPosition } from './sun-position';
import { DULL_CLEARNESS, usualWeather } from './usual-weather';

const DAY_MS = 86_400_000;
const INTERVALS_OF_DAY = 96;
const DAYS_OF_MONTH = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The day of each month that stands for all of it: S. Klein, "Calculation of monthly average insolation on tilted
 * surfaces", Solar Energy 19, 1977.
 */
const MEAN_DAY_OF_MONTH = [17, 16, 16, 15, 15, 11, 17, 16, 15, 15, 14, 10] as const;
/** A common year near the present: the sun's path differs from year to year by less than a quarter of a degree. */
const YEAR = 2025;

/** What systems are expected to make in one interval, in Wh; fractions, because sums of many are wanted. */
export interface ExpectedEnergy {
  /** In the usual weather of the month. */
  readonly usualWh: number;
  /** Under a cloudless sky. */
  readonly clearSkyWh: number;
}

/**
 * What systems at a site are expected to make in an interval, the sun standing as in its middle. Usual weather is a
 * clear sky for part of the time and an overcast one for the rest, not a hazy one all the time: tilted planes live on
 * the sun's beam. An estimate, not a settled figure.
 * @param intervalIndex quarter-hours since 1970-01-01T00:00Z
 * @throws RangeError naming the field that is no number or outside its range
 */
export function expectedEnergy(systems: readonly PvSystem[], site: Site, intervalIndex: number): ExpectedEnergy {
  assertSite(site);
  assertWithin(intervalIndex, -1e10, 1e10, 'intervalIndex');
  const middleMs = (intervalIndex + 0.5) * INTERVAL_MS;
  const { sunnyShare, daytimeC } = usualWeather(new Date(middleMs).getUTCMonth(), site);
  const sun = sunPosition(site, middleMs);
  if (!(sun.elevationDeg > 0)) return { usualWh: 0, clearSkyWh: 0 };
  const clear = skyIrradiance(sun, 1);
  const dull = skyIrradiance(sun, DULL_CLEARNESS);
  let clearW = 0;
  let dullW = 0;
  for (const system of systems) {
    assertPvSystem(system);
    clearW += pvPowerW(system.peakPowerW, planeIrradiance(clear, sun, system), daytimeC);
    dullW += pvPowerW(system.peakPowerW, planeIrradiance(dull, sun, system), daytimeC);
  }
  return { usualWh: (sunnyShare * clearW + (1 - sunnyShare) * dullW) / 4, clearSkyWh: clearW / 4 };
}

/**
 * What systems at a site are expected to make in each month of a year of usual weather, January first, in whole Wh.
 * Single years differ from it by a tenth and more. An estimate, not a settled figure.
 * @throws RangeError naming the field that is no number or outside its range
 */
export function expectedMonthsWh(systems: readonly PvSystem[], site: Site): number[] {
  return DAYS_OF_MONTH.map((days, month) => {
    const noonMs = Date.UTC(YEAR, month, MEAN_DAY_OF_MONTH[month], 12) - (site.longitudeDeg / 360) * DAY_MS;
    // Around solar noon, so that all light of the day is in it at every longitude.
    const first = Math.round(noonMs / INTERVAL_MS) - INTERVALS_OF_DAY / 2;
    let dayWh = 0;
    for (let at = 0; at < INTERVALS_OF_DAY; at++) dayWh += expectedEnergy(systems, site, first + at).usualWh;
    return Math.round(dayWh * days);
  });
}
