import { APPLIANCE_CHANCES, APPLIANCES, startsOf, type Appliance } from './appliances';
import { SLOTS, type SimulatedDay } from './calendar';
import { chance, Dice, PURPOSE } from './chance';
import type { LoadProfile } from './community';
import { slotAt } from './hours';

const SLOT_MINUTES = 15;
const DAY_MINUTES = 24 * 60;

/** Adds to `slots` (Wh) what a power draws from a minute of the day on; past midnight it goes on at the day's start. */
export function addPower(slots: Float64Array, startMinute: number, minutes: number, powerW: number): void {
  let minute = startMinute;
  let left = minutes;
  while (left > 0) {
    const slot = Math.floor(minute / SLOT_MINUTES) % SLOTS;
    const share = Math.min(left, SLOT_MINUTES - (minute % SLOT_MINUTES));
    slots[slot] = (slots[slot] ?? 0) + (powerW * share) / 60;
    minute += share;
    left -= share;
  }
}

/** Spreads the energy that runs day and night: even, with the fridge's coming and going. */
export function addBase(
  slots: Float64Array,
  energyWh: number,
  seed: number,
  household: number,
  dayNumber: number,
): void {
  const mean = energyWh / SLOTS;
  for (let pair = 0; pair < SLOTS; pair += 2) {
    // A compressor that runs in one quarter-hour rests in the next: the pair keeps the mean.
    const swing = 0.3 * (chance(seed, PURPOSE.baseLoad, household * SLOTS + pair, dayNumber) - 0.5);
    slots[pair] = (slots[pair] ?? 0) + mean * (1 + swing);
    slots[pair + 1] = (slots[pair + 1] ?? 0) + mean * (1 - swing);
  }
}

/** Switches appliances on, one after the other as chance will have it, until the day's energy is used up. */
export function addActivity(
  slots: Float64Array,
  energyWh: number,
  profile: LoadProfile,
  day: SimulatedDay,
  dice: Dice,
): void {
  const starts = startsOf(profile, day.weekend);
  const busyWh = 40 + (3 * energyWh) / SLOTS;
  let leftWh = energyWh;
  while (leftWh > 0) {
    const draw = dice.next();
    const kind = APPLIANCE_CHANCES.findIndex((limit) => draw < limit);
    const appliance = APPLIANCES[kind];
    const chances = starts[kind];
    if (appliance === undefined || chances === undefined) return;
    let slot = slotAt(chances, dice.next());
    // Few hands and one kitchen: where much is running already, another time is likelier.
    for (let tries = 0; tries < 4 && isBusy(slots, slot, busyWh); tries++) slot = slotAt(chances, dice.next());
    const startMinute = (slot + dice.next()) * SLOT_MINUTES;
    leftWh -= use(slots, appliance, startMinute, leftWh, dice);
  }
}

function isBusy(slots: Float64Array, slot: number, limitWh: number): boolean {
  return (slots[slot] ?? 0) > limitWh || (slots[(slot + 1) % SLOTS] ?? 0) > limitWh;
}

function use(slots: Float64Array, appliance: Appliance, startMinute: number, leftWh: number, dice: Dice): number {
  const power = 1 + dice.between(-appliance.spread, appliance.spread);
  const time = 1 + dice.between(-appliance.spread, appliance.spread);
  let minute = startMinute;
  let usedWh = 0;
  for (const [stepW, stepMinutes] of appliance.steps) {
    const powerW = stepW * power;
    const minutes = Math.min(stepMinutes * time, ((leftWh - usedWh) * 60) / powerW);
    addPower(slots, minute % DAY_MINUTES, minutes, powerW);
    usedWh += (powerW * minutes) / 60;
    minute += minutes;
    if (leftWh - usedWh < 1e-6) return leftWh;
  }
  return usedWh;
}

/** Heats water at night, from the hour on that the utility's switch gives this house. */
export function addBoiler(slots: Float64Array, energyWh: number, seed: number, household: number): void {
  const powerW = 1_600 + 400 * Math.floor(4 * chance(seed, PURPOSE.boiler, household, 0));
  const startMinute = (20.5 + 5 * chance(seed, PURPOSE.boiler, household, 1)) * 60;
  addPower(slots, startMinute % DAY_MINUTES, (energyWh * 60) / powerW, powerW);
}

/** Charges the car after it came home, or after midnight where the owner set a timer. */
export function addCar(
  slots: Float64Array,
  energyWh: number,
  seed: number,
  household: number,
  dayNumber: number,
): void {
  const timer = chance(seed, PURPOSE.car, household + 1_000, 0) < 0.3;
  const hour = chance(seed, PURPOSE.car, household + 2_000, dayNumber);
  const startMinute = timer ? 30 + 60 * hour : (17 + 4 * hour) * 60;
  const powerW = 3_700;
  addPower(slots, startMinute, Math.min(DAY_MINUTES, (energyWh * 60) / powerW), powerW);
}

/** Runs a heat pump in turns: more where it is colder, less while the house sleeps. */
export function addHeatPump(
  slots: Float64Array,
  energyWh: number,
  seed: number,
  household: number,
  dayNumber: number,
): void {
  const weights = new Float64Array(SLOTS);
  let sum = 0;
  for (let slot = 0; slot < SLOTS; slot++) {
    const turn = chance(seed, PURPOSE.heatPump, household * SLOTS + Math.floor(slot / 3), dayNumber);
    const hour = slot / 4;
    const need = hour < 5 || hour >= 22 ? 0.7 : 1 + 0.15 * Math.cos((2 * Math.PI * (hour - 6)) / 24);
    weights[slot] = need * (turn < 0.55 ? 1 : 0.12);
    sum += weights[slot] ?? 0;
  }
  for (let slot = 0; slot < SLOTS; slot++) slots[slot] = (slots[slot] ?? 0) + (energyWh * (weights[slot] ?? 0)) / sum;
}
