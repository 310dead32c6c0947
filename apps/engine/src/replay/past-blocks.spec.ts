import { INTERVAL_MS } from '@ceex/units';
import { foundVillage, startWriteSide, type Village, type WriteSide } from '../testing/write-side';
import { readingsCsv } from '../testing/small-community';
import { CommunitiesRepository } from '../communities/communities.repository';
import { keyedGrid, type KeyedGrid } from './keyed-grid';
import { PastBlocks } from './past-blocks';
import { BLOCK_INTERVALS, intervalsOf } from './past-block';
import { PastOrdersRepository } from './past-orders.repository';

const WEEK_MS = BLOCK_INTERVALS * INTERVAL_MS;
/** The blocks begin on Thursdays. */
const FIRST = Date.UTC(2026, 9, 1);
const NOW = Date.UTC(2026, 10, 1);
const at = (week: number, hours = 0) => new Date(FIRST + week * WEEK_MS + hours * 3_600_000).toISOString();

describe('the blocks of the past', () => {
  let side: WriteSide;
  let village: Village;
  let grid: KeyedGrid;
  let blocks: PastBlocks;
  let repository: PastOrdersRepository;

  beforeAll(async () => {
    side = await startWriteSide();
    village = await foundVillage(side);
    grid = keyedGrid(await new CommunitiesRepository(side.database).grid(village.communityId));
    for (const week of [0, 1, 2]) await village.importCsv(readingsCsv(at(week, 10), at(week, 12)), NOW);
    await village.clear(NOW);
  });
  afterAll(() => side.stop());
  beforeEach(() => {
    repository = new PastOrdersRepository(side.database);
    blocks = new PastBlocks(repository, { REPLAY_MEMORY_BYTES: 1_000_000 });
  });

  const range = { startMs: FIRST, endMs: FIRST + 3 * WEEK_MS };
  const read = () => blocks.read(village.communityId, grid, range);

  it('begin and end with the range, and hold what was cleared', async () => {
    const past = await blocks.read(village.communityId, grid, { startMs: FIRST - 1, endMs: FIRST + WEEK_MS + 1 });
    expect(past.blocks.map(({ count }) => count)).toEqual([0, 8, 8]);
  });

  it('come from memory, and only what was cleared again is read again', async () => {
    const reads = jest.spyOn(repository, 'blocks');
    const [first, second] = await Promise.all([read(), read()]);
    expect(second.blocks).toEqual(first.blocks);
    expect(reads).toHaveBeenCalledTimes(1);
    const corrected = readingsCsv(at(1, 11), at(1, 12), () => ({ importWh: 1, exportWh: 0, productionWh: 0 }));
    await village.importCsv(corrected, NOW);
    await village.clear(NOW);
    expect(await blocks.isCurrent(village.communityId, first, range)).toBe(false);
    expect(await blocks.isCurrent(village.communityId, first, { ...range, endMs: FIRST + WEEK_MS })).toBe(true);
    const third = await read();
    expect(reads).toHaveBeenCalledTimes(2);
    expect(third.blocks.map((block, week) => block === first.blocks[week])).toEqual([true, false, true]);
    const [, changed] = third.blocks.map(intervalsOf);
    // The former version is gone: 4 intervals as they were, 4 in which all four households want 1 Wh.
    expect(changed?.count).toBe(8);
    expect([...(changed?.quantityWh ?? [])].slice(-16)).toEqual(Array(16).fill(1));
    expect(await blocks.isCurrent(village.communityId, third, range)).toBe(true);
  });

  it('fill a gap between those that are kept', async () => {
    const reads = jest.spyOn(repository, 'blocks');
    await blocks.read(village.communityId, grid, { startMs: FIRST + WEEK_MS, endMs: FIRST + WEEK_MS + 1 });
    expect((await read()).blocks.map(({ count }) => count)).toEqual([8, 8, 8]);
    expect(reads.mock.calls.map(([, , from, end]) => end - from)).toEqual([1, 1, 1]);
  });

  it('are read again for another grid', async () => {
    const reads = jest.spyOn(repository, 'blocks');
    await read();
    await blocks.read(village.communityId, { ...grid, key: 'another' }, range);
    await read();
    expect(reads).toHaveBeenCalledTimes(2);
  });
});
