import { planeIrradiance, pvPowerW, skyIrradiance, sunPosition, type Site, type SunPosition } from '@ceex/solar';
import { dayToNumber, INTERVAL_MS } from '@ceex/units';

import type { DemoHousehold } from './community';
import { clearnessSeries, siteClearness, temperatureSeries } from './weather';

const INTERVALS_OF_DAY = 96;

/** Sun and weather over the community for the intervals [from, to), the same for all of its households. */
export interface Sky {
  readonly from: number;
  readonly to: number;
  /** The sun in the middle of each interval; null when it is down. */
  readonly suns: readonly (SunPosition | null)[];
  readonly clearness: Float64Array;
  readonly temperatureC: Float64Array;
}

/** The sky over a site in the intervals [from, to). */
export function skyOver(site: Site, seed: number, from: number, to: number): Sky {
  const suns: (SunPosition | null)[] = [];
  for (let index = from; index < to; index++) {
    const sun = sunPosition(site, (index + 0.5) * INTERVAL_MS);
    suns.push(sun.elevationDeg > 0 ? sun : null);
  }
  return {
    from,
    to,
    suns,
    clearness: clearnessSeries(seed, from, to),
    temperatureC: temperatureSeries(seed, from, to),
  };
}

/**
 * What the PV systems of a household make in each interval of [from, to), in whole Wh.
 * @param house the household's number in the community: its roof has clouds of its own
 * @param sky covers the intervals, perhaps more
 */
export function productionSeries(
  household: DemoHousehold,
  house: number,
  seed: number,
  sky: Sky,
  from: number,
  to: number,
): Int32Array {
  const producedWh = new Int32Array(to - from);
  // The UTC day stands for the local one: both begin at night.
  const systems = household.systems.map((system) => ({
    system,
    start: dayToNumber(system.commissionedOn) * INTERVALS_OF_DAY,
  }));
  if (systems.length === 0) return producedWh;
  for (let index = from; index < to; index++) {
    const sun = sky.suns[index - sky.from];
    if (sun == null) continue;
    const clearness = siteClearness(seed, house, index, sky.clearness[index - sky.from] ?? 0);
    const light = skyIrradiance(sun, clearness);
    let powerW = 0;
    for (const { system, start } of systems) {
      if (index < start) continue;
      const irradiance = planeIrradiance(light, sun, system);
      powerW += pvPowerW(system.peakPowerW, irradiance, sky.temperatureC[index - sky.from] ?? 0);
    }
    producedWh[index - from] = Math.round(powerW / 4);
  }
  return producedWh;
}
