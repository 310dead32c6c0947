import { SLOTS, wallSlot, type SimulatedDay } from './calendar';
import { Dice, PURPOSE } from './chance';
import type { EnergyBudget } from './day-energy';
import { addActivity, addBase, addBoiler, addCar, addHeatPump } from './day-shape';

/**
 * What a household uses in each interval of [from, to), in whole Wh. Each day is made as a whole and only then cut, and
 * within a day the part of a Wh that rounding leaves goes on to the next interval: no energy is lost, none negative.
 * @param days the local days that hold the intervals
 */
export function loadSeries(
  budget: EnergyBudget,
  days: readonly SimulatedDay[],
  from: number,
  to: number,
  timeZone: string,
): Int32Array {
  const usedWh = new Int32Array(to - from);
  const slots = new Float64Array(SLOTS);
  for (const day of days) {
    const end = Math.min(to, day.first + day.count);
    if (end <= from || day.first >= to) continue;
    fillDay(slots, budget, day);
    let exact = 0;
    let counted = 0;
    for (let index = day.first; index < end; index++) {
      exact += slots[wallSlot(day, index, timeZone)] ?? 0;
      const wh = Math.round(exact) - counted;
      counted += wh;
      if (index >= from) usedWh[index - from] = wh;
    }
  }
  return usedWh;
}

function fillDay(slots: Float64Array, budget: EnergyBudget, day: SimulatedDay): void {
  const { household, number, seed } = budget;
  const energy = budget.of(day);
  slots.fill(0);
  addBase(slots, energy.base, seed, number, day.number);
  addActivity(slots, energy.activity, household.profile, day, new Dice(seed, PURPOSE.events, number, day.number));
  if (energy.boiler > 0) addBoiler(slots, energy.boiler, seed, number);
  if (energy.heatPump > 0) addHeatPump(slots, energy.heatPump, seed, number, day.number);
  if (energy.car > 0) addCar(slots, energy.car, seed, number, day.number);
}
