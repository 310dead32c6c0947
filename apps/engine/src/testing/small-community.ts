import { foundCommunityBody, type FoundCommunity, type Strategy } from '@ceex/contracts';
import { formatInstant, INTERVAL_MS, parseInstant } from '@ceex/units';
import { TARIFF } from './market-village';

const EDGE = { x: null, y: null, rating: null, ratingUnit: null, capacityUpWh: null, capacityDownWh: null };
const NEVER_LOSE: Strategy = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: null,
  highestPayMicroPerKwh: null,
  flexibilityMicroPerKwh: null,
};

/** Codes of the four households of the small community: the first two have panels. */
export const HOUSES = ['a', 'b', 'c', 'd'] as const;

/** Two sellers and two buyers under one transformer; grid fees, strategies that differ, a tariff that changes. */
export function smallCommunity(name = 'Lindenhof'): FoundCommunity {
  const strategies: Record<string, Strategy> = {
    b: { ...NEVER_LOSE, lowestSellMicroPerKwh: 110_000 },
    c: { ...NEVER_LOSE, highestPayMicroPerKwh: 120_000 },
    d: { ...NEVER_LOSE, kind: 'market-benefit' },
  };
  return foundCommunityBody.parse({
    name,
    timeZone: 'Europe/Zurich',
    currency: 'CHF',
    gridOperator: 'Werke Lindenhof',
    rules: { pricing: 'nodal', k: 0.5, discountLevel: 'same-level', volumes: 'market', deadlineMinutes: 60 },
    grid: [
      node('t', null, 'transformer', 0),
      node('k', 't', 'cabinet', 120),
      ...HOUSES.map((code, index) => node(code, index < 2 ? 'k' : 't', 'household', 20 + index)),
    ],
    households: HOUSES.map((code, index) => ({
      node: code,
      meteringPoint: null,
      pvSystems:
        index < 2
          ? [{ name: 'Dach', peakPowerW: 8_000, tiltDeg: 30, azimuthDeg: 180, commissionedOn: '2024-05-01' }]
          : [],
      batteries: index === 0 ? [{ name: 'Keller', capacityWh: 10_000, powerW: 5_000 }] : [],
      strategy: strategies[code] ?? NEVER_LOSE,
    })),
    tariffs: [TARIFF, { ...TARIFF, validFrom: '2026-10-25', retailMicroPerKwh: 125_000, feedInMicroPerKwh: 62_000 }],
    simulation: null,
  });
}

function node(code: string, parent: string | null, kind: FoundCommunity['grid'][number]['kind'], lengthM: number) {
  return {
    code,
    parent,
    kind,
    label: `Haus ${code}`,
    lengthM,
    feeUpMicroPerKwh: 500,
    feeDownMicroPerKwh: 300,
    ...EDGE,
  };
}

/** What one house metered in an interval, in Wh. */
export interface Metered {
  readonly importWh: number;
  readonly exportWh: number;
  readonly productionWh: number;
}

/** Readings that look like a house's day and are the same at every run. */
export function metered(house: number, startMs: number): Metered {
  const index = startMs / INTERVAL_MS;
  const hour = (index / 4) % 24;
  const spread = ((index * 7_919 + house * 104_729) % 97) + 3;
  const productionWh = house < 2 && hour > 6 && hour < 18 ? Math.round(90 * (6 - Math.abs(12 - hour)) + spread) : 0;
  const loadWh = 40 + spread * (house + 1);
  const net = productionWh - loadWh;
  return { importWh: Math.max(0, -net), exportWh: Math.max(0, net), productionWh };
}

/** CSV lines of the houses for the intervals from `from` up to, not including, `to`. */
export function readingsCsv(from: string, to: string, read = metered): string {
  const lines = ['node,start,importKwh,exportKwh,productionKwh'];
  for (let at = instant(from); at < instant(to); at += INTERVAL_MS) {
    for (const [house, code] of HOUSES.entries()) {
      const { importWh, exportWh, productionWh } = read(house, at);
      lines.push([code, formatInstant(at), kwh(importWh), kwh(exportWh), kwh(productionWh)].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

function instant(text: string): number {
  const ms = parseInstant(text);
  if (ms === null) throw new RangeError(`${text} is no instant`);
  return ms;
}

function kwh(wh: number): string {
  return (wh / 1_000).toFixed(3);
}
