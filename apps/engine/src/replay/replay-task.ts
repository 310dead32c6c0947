import type { Strategy } from '@ceex/contracts';
import {
  Clearer,
  packOrders,
  prepareGrid,
  replay,
  sumOfTotals,
  type GridNode,
  type MarketTerms,
  type Order,
  type PastIntervals,
  type ReplayTotals,
} from '@ceex/market';
import { intervalOrders } from '../clearing/interval-orders';
import type { PriceEnds } from '../clearing/price-ruler';
import { strategyLimits } from '../clearing/strategy-limits';
import { intervalsOf, type PastBlock } from './past-block';

/** What holds under one tariff. */
export interface TariffTerms extends MarketTerms {
  readonly ruler: PriceEnds;
}

/** Intervals of one block by position, half open, all under one tariff. */
export interface Segment {
  readonly block: PastBlock;
  readonly from: number;
  readonly to: number;
  /** Position of its terms in the task. */
  readonly terms: number;
}

/** What a thread clears again: plain data, so that it can be handed over. */
export interface ReplayTask {
  /** JSON of the grid's nodes. */
  readonly gridText: string;
  readonly nodeId: number;
  readonly strategy: Strategy;
  /** What the node's batteries can move in one interval, in Wh. */
  readonly flexibleWh: number;
  readonly terms: readonly TariffTerms[];
  readonly segments: readonly Segment[];
  /** One number: not 0 as soon as nobody waits for the answer any more. */
  readonly stop: SharedArrayBuffer;
}

/** A thread works for one community again and again while somebody moves a handle. */
const MAX_CLEARERS = 8;
const clearers = new Map<string, { readonly clearer: Clearer; readonly numberOf: ReadonlyMap<number, number> }>();

/** Clears the task's segments again. Returns the totals by terms; null where it was stopped between two segments. */
export function runReplayTask(task: ReplayTask): ReplayTotals[] | null {
  const { clearer, numberOf } = clearerOf(task.gridText);
  const node = numberOf.get(task.nodeId);
  if (node === undefined) throw new RangeError(`node ${task.nodeId} is not in the grid`);
  const stop = new Int32Array(task.stop);
  const parts: ReplayTotals[][] = task.terms.map(() => []);
  for (const { block, from, to, terms } of task.segments) {
    if (Atomics.load(stop, 0) !== 0) return null;
    const past = intervalsOf(block);
    const held = task.terms[terms] as TariffTerms;
    const orders = packOrders(proposedOrders(task, past, node, held.ruler));
    parts[terms]?.push(replay(clearer, past, { node, orders }, held, { from, to }));
  }
  return parts.map(sumOfTotals);
}

/** The orders that the strategy makes of what the node had left or lacked: its orders, netted, say how much. */
function proposedOrders(task: ReplayTask, past: PastIntervals, node: number, ruler: PriceEnds): Order[][] {
  const limits = strategyLimits(task.strategy, ruler);
  const { nodeId } = task;
  const flexibleWh = task.strategy.kind === 'flexibility' ? task.flexibleWh : 0;
  return Array.from({ length: past.count }, (_, interval) => {
    const surplusWh = surplusOf(past, interval, node);
    if (surplusWh === 0) return [];
    const importWh = Math.max(0, -surplusWh);
    return intervalOrders([{ nodeId, importWh, exportWh: Math.max(0, surplusWh), limits, flexibleWh }]);
  });
}

function surplusOf(past: PastIntervals, interval: number, node: number): number {
  let surplusWh = 0;
  const end = past.first[interval + 1] as number;
  for (let order = past.first[interval] as number; order < end; order++) {
    if (past.node[order] !== node) continue;
    const quantityWh = past.quantityWh[order] as number;
    surplusWh += past.isBid[order] === 1 ? -quantityWh : quantityWh;
  }
  return surplusWh;
}

function clearerOf(gridText: string): { clearer: Clearer; numberOf: ReadonlyMap<number, number> } {
  const kept = clearers.get(gridText);
  if (kept !== undefined) return kept;
  const prepared = prepareGrid({ nodes: JSON.parse(gridText) as GridNode[] });
  if (!prepared.ok) throw new Error(prepared.error.message);
  const made = { clearer: new Clearer(prepared.grid), numberOf: prepared.grid.indexOf };
  if (clearers.size >= MAX_CLEARERS) clearers.clear();
  clearers.set(gridText, made);
  return made;
}
