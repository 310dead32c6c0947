import { expectedEnergy, type PvSystem, type Site } from '@ceex/solar';
import { formatInstant, intervalsOfLocalDay, intervalStart, type Day } from '@ceex/units';

export interface ExpectedPoint {
  readonly start: string;
  readonly expectedWh: number;
  readonly clearSkyWh: number;
}

/** What systems are expected to make in each interval of a local day, in whole Wh. Without a site: nothing. */
export function expectedDay(
  systems: readonly PvSystem[],
  site: Site | null,
  day: Day,
  timeZone: string,
): ExpectedPoint[] {
  const { first, count } = intervalsOfLocalDay(day, timeZone);
  return Array.from({ length: count }, (_, at) => {
    const { usualWh, clearSkyWh } =
      site === null ? { usualWh: 0, clearSkyWh: 0 } : expectedEnergy(systems, site, first + at);
    return {
      start: formatInstant(intervalStart(first + at)),
      expectedWh: Math.round(usualWh),
      clearSkyWh: Math.round(clearSkyWh),
    };
  });
}
