import type { Strategy, Tariff } from '@ceex/contracts';
import { prepareGrid, type PreparedGrid } from '@ceex/market';
import type { Accounts, ClearingCommunity } from '../clearing/clearing-community';
import type { PendingInterval } from '../clearing/pending-intervals';
import { StrategyHistory } from '../clearing/strategy-history';
import { TariffBook } from '../communities/tariff-book';

/** 2026-06-01T10:00Z: a quarter-hour of a day with a tariff. */
export const START_MS = Date.UTC(2026, 5, 1, 10);

export const TARIFF: Tariff = {
  validFrom: '2026-01-01',
  retailMicroPerKwh: 130_000,
  gridUsageMicroPerKwh: 81_000,
  leviesMicroPerKwh: 30_300,
  feedInMicroPerKwh: 60_000,
  discountSameLevel: 4_000,
  discountAcrossTransformer: 2_000,
  vat: 810,
};

/** Fees and capacities of the edges of a village, so that congestion and grid fees occur. */
export interface VillageGrid {
  readonly feeUp: number;
  readonly feeDown: number;
  readonly capacityWh: number | null;
}

/** Node 1 is the root, 2 and 3 are cabinets, the households 10, 11, … hang on them in turn. */
export function villageGrid(households: number, { feeUp, feeDown, capacityWh }: VillageGrid): PreparedGrid {
  const edge = { feeUp, feeDown, capacityUp: capacityWh, capacityDown: capacityWh, lengthM: 10 };
  const free = { feeUp: 0, feeDown: 0, capacityUp: null, capacityDown: null, lengthM: 5 };
  const houses = Array.from({ length: households }, (_, at) => ({ id: 10 + at, parent: 2 + (at % 2), ...free }));
  const prepared = prepareGrid({
    nodes: [{ id: 1, parent: null, ...free }, { id: 2, parent: 1, ...edge }, { id: 3, parent: 1, ...edge }, ...houses],
  });
  if (!prepared.ok) throw new Error(prepared.error.message);
  return prepared.grid;
}

/** A community in memory, with accounts 100 + node, and 1, 2, 3 for utility, grid operator and community. */
export function villageMarket(
  households: number,
  grid: VillageGrid,
  rules: Partial<Pick<ClearingCommunity, 'pricing' | 'k'>> = {},
  tariff: Tariff = TARIFF,
): ClearingCommunity {
  const nodes = Array.from({ length: households }, (_, at) => 10 + at);
  return {
    communityId: 1,
    name: 'Village',
    timeZone: 'Europe/Zurich',
    currency: 'CHF',
    gridOperator: 'Utility',
    status: 'open',
    pricing: 'nodal',
    k: 0.5,
    discountLevel: 'same-level',
    volumes: 'market',
    deadlineMinutes: 60,
    ...rules,
    grid: villageGrid(households, grid),
    tariffs: new TariffBook([tariff], 'Europe/Zurich'),
    accounts: villageAccounts(nodes),
    flexibleWh: new Map(nodes.map((node) => [node, 500])),
  };
}

export function villageAccounts(nodes: readonly number[]): Accounts {
  return { ofNode: new Map(nodes.map((node) => [node, node + 100])), utility: 1, gridOperator: 2, community: 3 };
}

export function strategiesOf(strategies: readonly Strategy[]): StrategyHistory {
  const history = new StrategyHistory();
  for (const [at, strategy] of strategies.entries()) history.add(10 + at, 0, strategy);
  return history;
}

/** An interval in which the households metered these pairs of import and export. */
export function meteredInterval(pairs: readonly (readonly [number, number])[]): PendingInterval {
  return {
    startMs: START_MS,
    cause: 'readings',
    dueMs: START_MS,
    version: 1,
    limitsAsOfMs: START_MS + 900_000,
    nodes: pairs.map((_, at) => 10 + at),
    importsWh: pairs.map(([importWh]) => importWh),
    exportsWh: pairs.map(([, exportWh]) => exportWh),
  };
}
