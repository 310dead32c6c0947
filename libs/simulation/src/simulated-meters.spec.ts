import { offsetMinutes } from '@ceex/units';
import * as fc from 'fast-check';

import { demoCommunity } from './demo-community';
import type { HouseholdFlows } from './household-flows';
import { simulateReadings } from './simulate-readings';
import { SimulatedMeters } from './simulated-meters';

const SEED = 1;
const YEAR = 35_040;
const community = demoCommunity(SEED);
/** Local midnight, so that the year of the annual figures is the one read. */
const anchor = Date.parse('2025-11-21T23:00Z') / 900_000;

let year: HouseholdFlows[];

beforeAll(() => {
  year = new SimulatedMeters(community, SEED, anchor).flows(anchor, YEAR);
});

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? NaN;
  return total;
}

function localHour(index: number): number {
  const minutes = index * 15 + offsetMinutes(index * 900_000, community.timeZone);
  return Math.floor((minutes % 1440) / 60);
}

/** Mean use by local hour, over the mean of all. */
function shape(series: readonly Int32Array[]): number[] {
  const totals = new Array<number>(24).fill(0);
  const counts = new Array<number>(24).fill(0);
  for (let i = 0; i < YEAR; i++) {
    const hour = localHour(anchor + i);
    counts[hour] = (counts[hour] ?? 0) + series.length;
    for (const used of series) totals[hour] = (totals[hour] ?? 0) + (used[i] ?? NaN);
  }
  const mean = sum(totals) / sum(counts);
  return totals.map((total, hour) => total / (counts[hour] ?? NaN) / mean);
}

describe('readings of a year', () => {
  it('meet the annual energy of every household within 0.1 %', () => {
    for (const [number, { usedWh }] of year.entries()) {
      const annualWh = community.households[number]?.annualWh ?? NaN;
      expect(Math.abs(sum(usedWh) / annualWh - 1)).toBeLessThan(0.001);
    }
  });

  it('are never negative, and balance in every interval', () => {
    for (const flows of year) {
      let wrong = 0;
      for (let i = 0; i < YEAR; i++) {
        const [used = NaN, produced = NaN] = [flows.usedWh[i], flows.producedWh[i]];
        const [charged = NaN, discharged = NaN] = [flows.chargedWh[i], flows.dischargedWh[i]];
        const [imported = NaN, exported = NaN] = [flows.importWh[i], flows.exportWh[i]];
        if (imported - exported !== used - produced + charged - discharged) wrong++;
        if (Math.min(used, produced, charged, discharged, imported, exported) < 0) wrong++;
        if (imported > 0 && exported > 0) wrong++;
      }
      expect(wrong).toBe(0);
    }
  });

  it('have the shape of a community: a night of 0.6, a small peak at noon, a large one in the evening', () => {
    const hours = shape(year.map((flows) => flows.usedWh));
    const between = (from: number, to: number) => sum(hours.slice(from, to)) / (to - from);
    expect(between(0, 5)).toBeGreaterThan(0.5);
    expect(between(0, 5)).toBeLessThan(0.78);
    expect(between(11, 13)).toBeGreaterThan(1.1);
    expect(between(18, 20)).toBeGreaterThan(1.4);
    expect(Math.max(...hours)).toBeLessThan(2);
    expect(between(14, 16)).toBeLessThan(0.95);
  });

  it('have the jagged curves of single houses, unlike each other', () => {
    const peaks = year.map(({ usedWh }) => usedWh.reduce((a, b) => Math.max(a, b), 0) / (sum(usedWh) / YEAR));
    expect(Math.min(...peaks)).toBeGreaterThan(5);
    expect(Math.max(...peaks)).toBeLessThan(20);
    expect(peaks.filter((peak) => peak <= 15).length).toBeGreaterThanOrEqual(36);
    const correlations = year
      .slice(0, 12)
      .flatMap((a, i) => year.slice(i + 1, 12).map((b) => correlation(a.usedWh, b.usedWh)));
    expect(Math.max(...correlations)).toBeLessThan(0.6);
    expect(sum(correlations) / correlations.length).toBeLessThan(0.3);
  });

  it('use more in winter than in summer', () => {
    const month = (first: string) => {
      const start = Date.parse(first) / 900_000 - anchor;
      return sum(year.map(({ usedWh }) => sum(usedWh.subarray(start, start + 30 * 96))));
    };
    expect(month('2026-01-01T00:00Z')).toBeGreaterThan(1.25 * month('2026-07-01T00:00Z'));
  });

  it('make a school busy on workdays and a family at weekends', () => {
    const perDay = (profile: string) => {
      const number = community.households.findIndex((household) => household.profile === profile);
      const byDay = [0, 0, 0, 0, 0, 0, 0];
      year[number]?.usedWh.forEach((wh, i) => {
        const local = (anchor + i) * 15 + offsetMinutes((anchor + i) * 900_000, community.timeZone);
        const weekday = (Math.floor(local / 1440) + 3) % 7;
        byDay[weekday] = (byDay[weekday] ?? 0) + wh;
      });
      return sum(byDay.slice(5)) / 2 / (sum(byDay.slice(0, 5)) / 5);
    };
    expect(perDay('school')).toBeLessThan(0.75);
    expect(perDay('couple')).toBeGreaterThan(1.03);
  });

  it('give a market something to do: a fifth of what is imported could come from neighbours', () => {
    let local = 0;
    for (let i = 0; i < YEAR; i++) {
      local += Math.min(
        sum(year.map((flows) => flows.importWh[i] ?? 0)),
        sum(year.map((flows) => flows.exportWh[i] ?? 0)),
      );
    }
    const imported = sum(year.map((flows) => sum(flows.importWh)));
    expect(local / imported).toBeGreaterThan(0.15);
    expect(local / imported).toBeLessThan(0.35);
  });

  it('let batteries work most days without wearing them out', () => {
    for (const [number, { battery }] of community.households.entries()) {
      const flows = year[number];
      if (battery === undefined || flows === undefined) continue;
      const cycles = sum(flows.dischargedWh) / battery.capacityWh;
      expect(cycles).toBeGreaterThan(100);
      expect(cycles).toBeLessThan(330);
    }
  });

  it('never let a line carry more than it may', () => {
    for (const flows of year) {
      const peak = Math.max(
        flows.importWh.reduce((a, b) => Math.max(a, b)),
        flows.exportWh.reduce((a, b) => Math.max(a, b)),
      );
      expect(peak).toBeLessThan(6_928);
    }
  });
});

describe('simulateReadings', () => {
  it('gives the same bytes again, whatever was read before', () => {
    const from = anchor + 12_345;
    const expected = simulateReadings(community, SEED, anchor, from, 200);
    const meters = new SimulatedMeters(community, SEED, anchor);
    meters.read(anchor + 20_000, 50);
    expect(meters.read(from, 200)).toEqual(expected);
    expect(meters.read(from, 200)).toEqual(expected);
  });

  it('does not depend on how the range is cut', () => {
    const meters = new SimulatedMeters(community, SEED, anchor);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(YEAR - 1), fc.nat(150)), { minLength: 1, maxLength: 2 }), (ranges) => {
        for (const [offset, length] of ranges) {
          const count = Math.min(length, YEAR - offset);
          meters.read(anchor + offset, count).households.forEach((series, number) => {
            expect(series.importWh).toEqual(year[number]?.importWh.slice(offset, offset + count));
            expect(series.exportWh).toEqual(year[number]?.exportWh.slice(offset, offset + count));
            expect(series.productionWh).toEqual(year[number]?.producedWh.slice(offset, offset + count));
          });
        }
      }),
      { numRuns: 6 },
    );
  });

  it('goes on beyond the first year', () => {
    const meters = new SimulatedMeters(community, SEED, anchor + 50);
    const first = meters.read(anchor + YEAR - 3, 6);
    const later = meters.read(anchor + YEAR, 3);
    expect(later.households[7]?.importWh).toEqual(first.households[7]?.importWh.slice(3));
    expect(sum(later.households.map((series) => sum(series.importWh)))).toBeGreaterThan(0);
  });

  it('is another year with another seed', () => {
    const other = simulateReadings(community, SEED + 1, anchor, anchor, 96);
    expect(other.households[0]?.importWh).not.toEqual(year[0]?.importWh.slice(0, 96));
  });

  it('names the households in the order of the community', () => {
    const { households, fromIndex, count } = simulateReadings(community, SEED, anchor, anchor, 1);
    expect(households.map((series) => series.nodeCode)).toEqual(community.households.map((h) => h.nodeCode));
    expect([fromIndex, count]).toEqual([anchor, 1]);
  });

  it.each([
    ['seed', () => simulateReadings(community, -1, anchor, anchor, 1)],
    ['anchorIndex', () => simulateReadings(community, 1, 0.5, anchor, 1)],
    ['fromIndex', () => simulateReadings(community, 1, anchor, anchor - 1, 1)],
    ['count', () => simulateReadings(community, 1, anchor, anchor, -1)],
    ['count', () => simulateReadings(community, 1, anchor, anchor, Number.NaN)],
  ])('names an argument that makes no sense: %s', (name, call) => {
    expect(call).toThrow(new RegExp(`^${name} must be a whole number`));
  });
});

function correlation(a: Int32Array, b: Int32Array): number {
  const [meanA, meanB] = [sum(a) / a.length, sum(b) / b.length];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [(a[i] ?? NaN) - meanA, (b[i] ?? NaN) - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / Math.sqrt(aa * bb);
}
