import type { Site } from './site';

/** The weather of a month in short. */
export interface UsualWeather {
  /** Share of the light's time in which the sky is clear; the rest of it is overcast (`DULL_CLEARNESS`). */
  readonly sunnyShare: number;
  /** Mean air temperature by day, °C. */
  readonly daytimeC: number;
}

/** Clearness under clouds: what is left of the light of a cloudless sky. */
export const DULL_CLEARNESS = 0.3;

/**
 * Mean clearness (global irradiance over that of a cloudless sky) and mean air temperature by day, month by month, in
 * the lowlands of temperate Europe: some 1150 kWh/m² a year on level ground, fog in winter, changeable summers. Rounded
 * figures of the lowlands north of the Alps; mountains are brighter in winter, the south all year.
 */
const MONTHS: readonly (readonly [clearness: number, daytimeC: number])[] = [
  [0.47, 2],
  [0.55, 4],
  [0.6, 8],
  [0.64, 12],
  [0.64, 16],
  [0.67, 20],
  [0.69, 22],
  [0.68, 22],
  [0.63, 18],
  [0.55, 13],
  [0.46, 6],
  [0.42, 3],
];

/**
 * The usual weather of a month (0 January … 11 December) at a site. One climate serves all sites: it is a first guess
 * anywhere but in temperate Europe; south of the equator the seasons are exchanged.
 * @throws RangeError for a month that there is not
 */
export function usualWeather(month: number, site: Site): UsualWeather {
  const row = MONTHS[site.latitudeDeg < 0 ? (month + 6) % 12 : month];
  if (row === undefined) throw new RangeError(`month must be a whole number from 0 to 11, not ${String(month)}`);
  const [clearness, daytimeC] = row;
  return { sunnyShare: (clearness - DULL_CLEARNESS) / (1 - DULL_CLEARNESS), daytimeC };
}
