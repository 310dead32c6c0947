import type { DemoStrategy, LoadProfile } from './community';

/** Lowest and highest figure, in the unit of the field's name. */
export type Range = readonly [low: number, high: number];

/** What is dealt to a house: the kind of household, within which bounds the seed chooses its figures. */
export interface DemoRole {
  readonly profile: LoadProfile;
  /** kWh a year, the large appliances included. */
  readonly annualKwh: Range;
  readonly heatPumpKwh?: Range;
  readonly carKwh?: Range;
  readonly boilerKwh?: Range;
  readonly peakPowerKw?: Range;
  /** Roofs of two pitches carry two systems, one to the east and one to the west. */
  readonly bothPitches?: true;
  readonly batteryKwh?: Range;
  readonly strategy: DemoStrategy['kind'];
  /** Bounds of the handles on the price ruler, µCHF/kWh. */
  readonly lowestSell?: Range;
  readonly highestPay?: Range;
  readonly pinned?: 'prosumer' | 'consumer' | 'flexible' | 'school';
}

/** How many houses are dealt the same role. */
export type RoleCount = readonly [count: number, role: DemoRole];

/** Levels of the two handles, so that a role reads as a temper. */
export const CHEAP_SELLER: Range = [72_000, 92_000];
export const CAREFUL_SELLER: Range = [90_000, 118_000];
export const PROUD_SELLER: Range = [122_000, 148_000];
export const GENEROUS: Range = [140_000, 162_000];
export const MODERATE: Range = [108_000, 140_000];
export const THRIFTY: Range = [76_000, 106_000];
