import type { Strategy } from '@ceex/contracts';
import { foundVillage, startWriteSide, type WriteSide } from '../testing/write-side';
import { setStrategy } from './set-strategy';

const FLEXIBLE: Strategy = {
  kind: 'flexibility',
  lowestSellMicroPerKwh: 90_000,
  highestPayMicroPerKwh: null,
  flexibilityMicroPerKwh: 20_000,
};

describe('setStrategy', () => {
  let side: WriteSide;
  let nodes: ReadonlyMap<string, number>;
  beforeAll(async () => {
    side = await startWriteSide();
    ({ nodes } = await foundVillage(side));
  });
  afterAll(() => side.stop());

  const set = (code: string, strategy: Strategy, nowMs: number): Promise<void> =>
    setStrategy(side.database, { nodeId: nodes.get(code) ?? 0, strategy, setBy: 'somebody', nowMs });
  const kept = (code: string): Promise<Record<string, unknown>[]> =>
    side.rows('SELECT kind, valid_from, lowest_sell, set_by FROM strategy WHERE node_id = $1 ORDER BY valid_from', [
      nodes.get(code),
    ]);

  it('adds to what was chosen before', async () => {
    await set('a', FLEXIBLE, 1_000);
    expect(await kept('a')).toMatchObject([
      { valid_from: new Date(0), set_by: 'founding' },
      { valid_from: new Date(1_000), kind: 'flexibility', lowest_sell: 90_000, set_by: 'somebody' },
    ]);
  });

  it('of the same instant, the last one counts', async () => {
    await set('b', FLEXIBLE, 2_000);
    await set('b', { ...FLEXIBLE, lowestSellMicroPerKwh: 70_000 }, 2_000);
    expect((await kept('b')).map(({ lowest_sell }) => lowest_sell)).toEqual([110_000, 70_000]);
  });

  it('is refused for a node that is no household, and for a price that the strategy does not know', async () => {
    await expect(set('k', FLEXIBLE, 1_000)).rejects.toMatchObject({ code: 'not-found' });
    await expect(set('a', { ...FLEXIBLE, kind: 'never-lose' }, 3_000)).rejects.toMatchObject({ code: 'unprocessable' });
    expect(await kept('a')).toHaveLength(2);
  });
});
