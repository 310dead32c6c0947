import type { SimulatedDay } from './calendar';
import { chance, normal, PURPOSE } from './chance';
import type { DemoHousehold } from './community';
import { PROFILES } from './profiles';
import { dayTemperature } from './weather';

/** Energy a household uses on one day, in Wh (not rounded), by what uses it. */
export interface DayEnergy {
  /** Fridge, standby: day and night. */
  readonly base: number;
  /** What people switch on. */
  readonly activity: number;
  readonly boiler: number;
  readonly heatPump: number;
  readonly car: number;
}

const PARTS = ['base', 'activity', 'boiler', 'heatPump', 'car'] as const;

/** Below this mean temperature of a day (°C) a house is heated. */
const HEATING_LIMIT_C = 15;

/**
 * How the year's energy of a household is spread over its days. The weights of the days say how much one day uses
 * beside another; their sum over a reference year turns them into energy, so that this year meets the annual figure.
 */
export class EnergyBudget {
  readonly #scale: DayEnergy;

  /** @param year the local days of the reference year */
  constructor(
    readonly household: DemoHousehold,
    readonly number: number,
    readonly seed: number,
    year: readonly SimulatedDay[],
  ) {
    const sums = { base: 0, activity: 0, boiler: 0, heatPump: 0, car: 0 };
    for (const day of year) {
      const weights = this.#weights(day);
      for (const part of PARTS) sums[part] += weights[part];
    }
    const ordinaryWh = household.annualWh - household.boilerWh - household.heatPumpWh - household.carWh;
    const { baseShare } = PROFILES[household.profile];
    const perWeight = (annualWh: number, sum: number) => (sum > 0 ? annualWh / sum : 0);
    this.#scale = {
      base: perWeight(ordinaryWh * baseShare, sums.base),
      activity: perWeight(ordinaryWh * (1 - baseShare), sums.activity),
      boiler: perWeight(household.boilerWh, sums.boiler),
      heatPump: perWeight(household.heatPumpWh, sums.heatPump),
      car: perWeight(household.carWh, sums.car),
    };
  }

  /** What the household uses on a day. */
  of(day: SimulatedDay): DayEnergy {
    const weights = this.#weights(day);
    return {
      base: weights.base * this.#scale.base,
      activity: weights.activity * this.#scale.activity,
      boiler: weights.boiler * this.#scale.boiler,
      heatPump: weights.heatPump * this.#scale.heatPump,
      car: weights.car * this.#scale.car,
    };
  }

  #weights(day: SimulatedDay): DayEnergy {
    const { household, number, seed } = this;
    const habits = PROFILES[household.profile];
    const away = isAway(seed, number, habits.daysAway, day.number);
    const mood = 1 + 0.22 * normal(seed, PURPOSE.dayEnergy, number, day.number);
    const rhythm = day.weekend ? habits.weekendFactor : 1;
    const charged = chance(seed, PURPOSE.car, number, day.number);
    const degrees = Math.max(0, HEATING_LIMIT_C - dayTemperature(seed, day.number));
    return {
      base: (1 + 0.04 * day.winter) * (away ? 0.8 : 1),
      activity: (1 + 0.14 * day.winter) * mood * rhythm * (away ? 0.04 : 1),
      boiler: away || household.boilerWh === 0 ? 0 : (1 + 0.12 * day.winter) * (0.7 + 0.3 * mood),
      // The constant part is the hot water.
      heatPump: household.heatPumpWh === 0 ? 0 : (degrees + 2.2) * (away ? 0.6 : 1),
      car: away || household.carWh === 0 || charged > 0.45 ? 0 : 0.6 + charged * 2,
    };
  }
}

/** Whether nobody is at home: one long absence in summer, short ones in spring and at the end of the year. */
function isAway(seed: number, household: number, daysAway: number, dayNumber: number): boolean {
  if (daysAway === 0) return false;
  const year = Math.floor((dayNumber + 0.5) / 365.2425);
  const dayOfYear = Math.floor(dayNumber - year * 365.2425);
  return [
    [185, 50, 0.62],
    [95, 35, 0.2],
    [275, 80, 0.18],
  ].some(([earliest = 0, span = 0, share = 0], holiday) => {
    const start = earliest + span * chance(seed, PURPOSE.absence, household * 8 + holiday, year);
    return dayOfYear >= start && dayOfYear < start + daysAway * share;
  });
}
