import { chance, normal, PURPOSE, smoothNormal } from './chance';
import { winterAt } from './calendar';

const INTERVALS_OF_DAY = 96;
/** About half past three in the afternoon by the clock of central Europe. */
const WARMEST_UTC_HOUR = 14;

/** How the clouds of one UTC day behave. */
interface CloudDay {
  readonly kind: 'clear' | 'mixed' | 'overcast';
  /** Where the day stands within its kind: 0 dullest, 1 brightest. */
  readonly bright: number;
}

/**
 * Spells of fine and dull weather: a part that lasts for some days and a part of the day alone, ranked against the
 * shares of overcast and clear days of the season (lowlands north of the Alps: fog in winter, mixed summers).
 */
function cloudDay(seed: number, dayNumber: number): CloudDay {
  const spell = smoothNormal(seed, PURPOSE.cloudDay, 0, dayNumber / 3);
  const z = 0.78 * spell + 0.63 * normal(seed, PURPOSE.cloudDay, 1, dayNumber);
  const rank = 1 / (1 + Math.exp(-1.702 * z)); // close to the normal distribution function
  const winter = winterAt(dayNumber);
  const overcast = 0.4 + 0.2 * winter;
  const clear = 0.17 - 0.07 * winter;
  if (rank < overcast) return { kind: 'overcast', bright: rank / overcast };
  if (rank > 1 - clear) return { kind: 'clear', bright: (rank - 1 + clear) / clear };
  return { kind: 'mixed', bright: (rank - overcast) / (1 - clear - overcast) };
}

/** Clearness (global irradiance over that of a cloudless sky) for each interval of [from, to). */
export function clearnessSeries(seed: number, from: number, to: number): Float64Array {
  const series = new Float64Array(to - from);
  let dayNumber = Number.NaN;
  let day: CloudDay = { kind: 'clear', bright: 1 };
  for (let index = from; index < to; index++) {
    const number = Math.floor(index / INTERVALS_OF_DAY);
    if (number !== dayNumber) {
      dayNumber = number;
      day = cloudDay(seed, number);
    }
    series[index - from] = clearnessAt(seed, day, index);
  }
  return series;
}

function clearnessAt(seed: number, day: CloudDay, index: number): number {
  const hourly = smoothNormal(seed, PURPOSE.cloudPassing, 0, index / 6);
  if (day.kind === 'clear') return Math.min(1.03, 0.94 + 0.06 * day.bright + 0.015 * hourly);
  if (day.kind === 'overcast') return Math.max(0.06, (0.12 + 0.28 * day.bright) * (1 + 0.3 * hourly));
  // Broken clouds: the sun is out while the drawn cover stays below the day's share of sun.
  const z = 0.7 * hourly + 0.7 * normal(seed, PURPOSE.cloudPassing, 1, index);
  const cover = 1 / (1 + Math.exp(-1.702 * z));
  const sun = 0.05 + 0.75 * day.bright;
  const open = Math.min(1, Math.max(0, (sun - cover) / 0.35 + 0.5));
  return 0.32 + 0.74 * open * open * (3 - 2 * open);
}

/** The clearness at one roof: the community's, a little different where clouds are broken. */
export function siteClearness(seed: number, house: number, index: number, clearness: number): number {
  const broken = 4 * Math.min(clearness, 1) * (1 - Math.min(clearness, 1));
  const noise = chance(seed, PURPOSE.cloudSite, house, index) - 0.5;
  return clearness * (1 + noise * (0.04 + 0.22 * broken));
}

/** Mean air temperature of a UTC day in °C: the season, and warm and cold spells of some days. */
export function dayTemperature(seed: number, dayNumber: number): number {
  // The coldest days come some days after the middle of January.
  const season = 10.8 - 9.3 * winterAt(dayNumber - 5);
  return (
    season +
    3 * smoothNormal(seed, PURPOSE.temperature, 0, dayNumber / 4) +
    normal(seed, PURPOSE.temperature, 1, dayNumber)
  );
}

/** Air temperature in °C for each interval of [from, to): coolest before sunrise, warmest in the afternoon. */
export function temperatureSeries(seed: number, from: number, to: number): Float64Array {
  const series = new Float64Array(to - from);
  const firstDay = Math.floor(from / INTERVALS_OF_DAY) - 1;
  const means: number[] = [];
  for (let day = firstDay; day <= Math.floor(to / INTERVALS_OF_DAY) + 1; day++) means.push(dayTemperature(seed, day));
  for (let index = from; index < to; index++) {
    const position = index / INTERVALS_OF_DAY - 0.5 - firstDay; // a day's mean belongs to its noon
    const before = Math.floor(position);
    const share = position - before;
    const mean = (means[before] ?? 0) * (1 - share) + (means[before + 1] ?? 0) * share;
    const swing = 3.6 - 1.6 * winterAt(index / INTERVALS_OF_DAY);
    series[index - from] = mean + swing * Math.cos(2 * Math.PI * (index / INTERVALS_OF_DAY - WARMEST_UTC_HOUR / 24));
  }
  return series;
}
