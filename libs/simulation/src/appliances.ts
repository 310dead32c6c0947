import type { LoadProfile } from './community';
import { slotChances, type HourWeights, type SlotChances } from './hours';
import { PROFILES } from './profiles';

/** What an appliance draws, step by step, each time it is used. */
export interface Appliance {
  readonly name: string;
  /** How often it is used, beside the others. */
  readonly frequency: number;
  /** Power (W) and duration (min) of each step of its program. */
  readonly steps: readonly (readonly [powerW: number, minutes: number])[];
  /** Power and duration vary by this factor up and down. */
  readonly spread: number;
  readonly hours: HourWeights;
}

// prettier-ignore
const ANY_HOUR: HourWeights = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
// prettier-ignore
const MEALS: HourWeights = [0, 0, 0, 0, 0, 0.1, 0.4, 0.5, 0.2, 0.2, 0.8, 1.8, 1.1, 0.2, 0.2, 0.3, 0.6, 1.6, 1.8, 1, 0.3, 0.1, 0, 0];
// prettier-ignore
const HOT_DRINKS: HourWeights = [0, 0, 0, 0, 0.5, 2, 3, 3, 2, 2, 1, 0.7, 1.5, 1.5, 1, 1.2, 1, 0.6, 0.6, 0.6, 0.6, 0.4, 0.2, 0];
// prettier-ignore
const AFTER_MEALS: HourWeights = [0.6, 0.2, 0, 0, 0, 0, 0, 0.3, 0.6, 0.5, 0.3, 0.3, 1, 2, 1, 0.5, 0.3, 0.3, 0.6, 1.6, 2, 1.6, 1, 0.8];
// prettier-ignore
const DAYTIME: HourWeights = [0.1, 0, 0, 0, 0, 0.2, 0.8, 1.2, 1.5, 1.6, 1.5, 1.2, 1.1, 1.3, 1.3, 1.2, 1.1, 1, 1, 1, 0.9, 0.6, 0.3, 0.2];
// prettier-ignore
const EVENING: HourWeights = [1, 0.6, 0.4, 0.3, 0.4, 0.8, 1.2, 1, 0.5, 0.4, 0.4, 0.5, 0.6, 0.5, 0.5, 0.7, 1.2, 1.6, 1.8, 1.8, 1.7, 1.3, 1, 0.8];

/** What houses have, powers and programs as plates and manuals give them. */
// prettier-ignore
export const APPLIANCES: readonly Appliance[] = [
  { name: 'hot drinks', frequency: 6, steps: [[1300, 6]], spread: 0.4, hours: HOT_DRINKS },
  { name: 'hob', frequency: 3.5, steps: [[1250, 30]], spread: 0.5, hours: MEALS },
  { name: 'oven', frequency: 0.9, steps: [[1900, 12], [850, 35]], spread: 0.3, hours: MEALS },
  { name: 'dishwasher', frequency: 1, steps: [[1800, 15], [70, 40], [1800, 14], [40, 25]], spread: 0.1, hours: AFTER_MEALS },
  { name: 'washing', frequency: 0.8, steps: [[1800, 18], [180, 60], [450, 12]], spread: 0.2, hours: DAYTIME },
  { name: 'tumble dryer', frequency: 0.4, steps: [[900, 90]], spread: 0.4, hours: DAYTIME },
  { name: 'vacuum cleaner', frequency: 0.5, steps: [[850, 18]], spread: 0.4, hours: DAYTIME },
  { name: 'light and screens', frequency: 8, steps: [[150, 120]], spread: 0.6, hours: EVENING },
  { name: 'hidden consumers', frequency: 3, steps: [[110, 180]], spread: 0.6, hours: ANY_HOUR },
];

/** Chances of each appliance to be the one used next: rises to 1. */
export const APPLIANCE_CHANCES: readonly number[] = (() => {
  const total = APPLIANCES.reduce((sum, appliance) => sum + appliance.frequency, 0);
  let sum = 0;
  return APPLIANCES.map((appliance) => (sum += appliance.frequency) / total);
})();

const startChances = new Map<string, readonly SlotChances[]>();

/** For each appliance, when it is started by a kind of household on a kind of day. */
export function startsOf(profile: LoadProfile, weekend: boolean): readonly SlotChances[] {
  const key = `${profile}/${weekend}`;
  let chances = startChances.get(key);
  if (chances === undefined) {
    const { workday, weekend: dayOff } = PROFILES[profile];
    chances = APPLIANCES.map((appliance) =>
      // What runs by itself does not wait for somebody to be awake.
      appliance.hours === ANY_HOUR ? slotChances(ANY_HOUR) : slotChances(weekend ? dayOff : workday, appliance.hours),
    );
    startChances.set(key, chances);
  }
  return chances;
}
