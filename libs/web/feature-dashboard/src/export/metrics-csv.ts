import type { EnergyAndMoney, NodeMetrics } from '@ceex/contracts';
import { offsetMinutes } from '@ceex/units';
import { bucketsOf } from '../charts/buckets';
import { pricePoints } from '../charts/price-points';
import { decimalText, toCsv } from './csv';

const WH_PLACES = 3;
const NANO_PLACES = 9;
const MICRO_PLACES = 6;

const ENERGIES = [
  ['used_kWh', 'usedWh'],
  ['produced_kWh', 'producedWh'],
  ['self_consumed_kWh', 'selfConsumedWh'],
  ['sold_to_neighbours_kWh', 'soldLocalWh'],
  ['bought_from_neighbours_kWh', 'boughtLocalWh'],
  ['sold_to_utility_kWh', 'soldUtilityWh'],
  ['bought_from_utility_kWh', 'boughtUtilityWh'],
] as const satisfies readonly (readonly [string, keyof EnergyAndMoney])[];

/** Column names without the currency, which follows. */
const AMOUNTS = [
  ['revenue', 'revenueNano'],
  ['cost', 'costNano'],
  ['revenue_from_neighbours', 'localRevenueNano'],
  ['cost_of_energy_from_neighbours', 'localEnergyCostNano'],
  ['revenue_with_utility_alone', 'utilityAloneRevenueNano'],
  ['cost_with_utility_alone', 'utilityAloneCostNano'],
] as const satisfies readonly (readonly [string, keyof EnergyAndMoney])[];

/** An instant as ISO 8601 with the offset of the community's clock: `2026-11-22T00:00:00+01:00`. */
export function localIso(epochMs: number, timeZone: string): string {
  const offset = offsetMinutes(epochMs, timeZone);
  const local = new Date(epochMs + offset * 60_000).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

/**
 * What the screen shows as CSV, a row for each point in time: exact figures with dots, times as ISO 8601, units in the
 * header, the same in every language.
 */
export function metricsCsv(metrics: NodeMetrics, household: string): string {
  const { start, end, resolution, timeZone, currency, points } = metrics;
  const range = { startMs: Date.parse(start), endMs: Date.parse(end), resolution, timeZone };
  const prices = pricePoints(metrics, range);
  const price = (micro: number | null | undefined) => (micro == null ? '' : decimalText(micro, MICRO_PLACES));
  const header = [
    'household',
    'start',
    'end',
    'intervals',
    ...ENERGIES.map(([name]) => name),
    ...AMOUNTS.map(([name]) => `${name}_${currency}`),
    ...['local_price', 'band_low', 'band_high'].map((name) => `${name}_${currency}_per_kWh`),
  ];
  const rows = bucketsOf(range, points).flatMap(({ startMs, endMs, point }, index) => {
    if (point === null) return [];
    return [
      [
        household,
        localIso(startMs, timeZone),
        localIso(endMs, timeZone),
        `${point.intervals}`,
        ...ENERGIES.map(([, figure]) => decimalText(point[figure], WH_PLACES)),
        ...AMOUNTS.map(([, figure]) => decimalText(point[figure], NANO_PLACES)),
        price(point.localPriceMicroPerKwh),
        price(prices[index]?.lowMicroPerKwh),
        price(prices[index]?.highMicroPerKwh),
      ],
    ];
  });
  return toCsv([header, ...rows]);
}

/** A file name that every system takes: `ceex-lindenweg-4-2026-11-16-2026-11-22.csv`. */
export function csvFileName(household: string, firstDay: string, lastDay: string): string {
  const plain = household
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return ['ceex', plain, firstDay, lastDay].filter((part) => part !== '').join('-') + '.csv';
}
