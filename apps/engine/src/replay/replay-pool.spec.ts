import type { Failure } from '@ceex/server';
import { packIntervals, prepareGrid, type GridNode } from '@ceex/market';
import { builtReplayWorker } from '../testing/built-replay-worker';
import { BlockBuilder } from './past-block';
import { ReplayPool } from './replay-pool';
import type { ReplayTask } from './replay-task';

const edge = { feeUp: 0, feeDown: 0, capacityUp: null, capacityDown: null, lengthM: 1 };
const NODES: GridNode[] = [
  { id: 1, parent: null, ...edge },
  { id: 10, parent: 1, ...edge },
  { id: 11, parent: 1, ...edge },
];
const RULER = { low: 60_000, high: 160_000, reducedGridUsage: 50_000 };

/** House 10 sells 5 of its 8 Wh in each of `count` intervals. */
function task(count: number): Omit<ReplayTask, 'stop'> {
  const prepared = prepareGrid({ nodes: NODES });
  if (!prepared.ok) throw new Error(prepared.error.message);
  const orders = [
    { id: 'a', node: 10, side: 'ask' as const, quantityWh: 8, limitMicroPerKwh: 90_000 },
    { id: 'b', node: 11, side: 'bid' as const, quantityWh: 5, limitMicroPerKwh: 120_000 },
  ];
  const intervals = Array.from({ length: count }, (_, at) => ({ intervalIndex: at, orders }));
  const past = packIntervals(prepared.grid, intervals);
  const builder = new BlockBuilder();
  for (let interval = 0; interval < count; interval++) builder.add(interval, 2);
  for (const column of ['node', 'isBid', 'quantityWh', 'limitMicroPerKwh'] as const) builder[column].set(past[column]);
  const block = builder.finish();
  const prices = { feedInMicroPerKwh: 60_000, supplyMicroPerKwh: 240_000, localChargesMicroPerKwh: 80_000 };
  return {
    gridText: JSON.stringify(NODES),
    nodeId: 10,
    strategy: {
      kind: 'never-lose',
      lowestSellMicroPerKwh: 100_000,
      highestPayMicroPerKwh: null,
      flexibilityMicroPerKwh: null,
    },
    flexibleWh: 0,
    terms: [{ rules: { pricing: 'nodal', k: 0.5, ruler: [60_000, 160_000] }, prices, ruler: RULER }],
    segments: Array.from({ length: count }, (_, from) => ({ block, from, to: from + 1, terms: 0 })),
  };
}

describe('the pool of replay threads', () => {
  let worker: Awaited<ReturnType<typeof builtReplayWorker>>;
  let pool: ReplayPool;
  const waiting = () => new AbortController().signal;

  beforeAll(async () => {
    worker = await builtReplayWorker();
    pool = new ReplayPool({ path: () => worker.file }, { REPLAY_THREADS: 2 });
  });
  afterAll(async () => {
    await pool.onApplicationShutdown();
    await worker.remove();
  });

  it('shares a task among its threads and adds up what they find', async () => {
    const [totals] = await pool.run(task(9), waiting());
    expect(totals).toMatchObject({ intervals: 9, soldWh: 45, unsoldWh: 27, localRevenueNano: 45 * 100_000 });
  });

  it('has an answer for no interval at all', async () => {
    const [totals] = await pool.run({ ...task(1), segments: [] }, waiting());
    expect(totals).toMatchObject({ intervals: 0, soldWh: 0 });
  });

  it('stops when nobody waits any more, and goes on with the next', async () => {
    const gone = new AbortController();
    const pending = pool.run(task(600), gone.signal);
    gone.abort();
    await expect(pending).rejects.toMatchObject({ code: 'busy' });
    await expect(pool.run(task(2), AbortSignal.abort())).rejects.toMatchObject({ code: 'busy' });
    expect(await pool.run(task(2), waiting())).toMatchObject([{ intervals: 2 }]);
  });

  it('refuses what would wait behind too many others', async () => {
    const asked = Array.from({ length: 40 }, () => pool.run(task(9), waiting()));
    const outcomes = await Promise.allSettled(asked);
    const refused = outcomes.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as Failure).details)).toEqual(
      Array(8).fill({ detail: 'Too many replays wait already.', headers: { 'retry-after': '1' } }),
    );
    expect(await pool.run(task(9), waiting())).toMatchObject([{ intervals: 9 }]);
  });

  it('tells of what went wrong in a thread', async () => {
    await expect(pool.run({ ...task(1), nodeId: 99 }, waiting())).rejects.toThrow('node 99 is not in the grid');
  });
});
