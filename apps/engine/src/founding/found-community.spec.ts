import type { FoundCommunity } from '@ceex/contracts';
import type { Failure } from '@ceex/server';
import { smallCommunity } from '../testing/small-community';
import { startWriteSide, type WriteSide } from '../testing/write-side';
import { foundCommunity } from './found-community';

const METERING_POINT = `CH${'0'.repeat(11)}${'A'.repeat(20)}`;

describe('foundCommunity', () => {
  let side: WriteSide;
  beforeAll(async () => (side = await startWriteSide()));
  afterAll(() => side.stop());

  const counts = async (): Promise<unknown> =>
    (
      await side.rows(`SELECT (SELECT count(*) FROM community) AS communities, (SELECT count(*) FROM node) AS nodes,
        (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM strategy) AS strategies,
        (SELECT count(*) FROM pv_system) AS systems, (SELECT count(*) FROM battery) AS batteries,
        (SELECT count(*) FROM tariff) AS tariffs`)
    )[0];

  it('stores grid, households, accounts and tariffs, and says the ids in the order given', async () => {
    const body = smallCommunity();
    const { communityId, nodes } = await foundCommunity(side.database, body);
    expect(nodes.map(({ code }) => code)).toEqual(body.grid.map(({ code }) => code));
    expect(await counts()).toEqual({
      communities: 1,
      nodes: 6,
      accounts: 4 + 3,
      strategies: 4,
      systems: 2,
      batteries: 1,
      tariffs: 2,
    });
    const tree = await side.rows<{ code: string; parent: string | null }>(
      `SELECT n.code, p.code AS parent FROM node n LEFT JOIN node p ON p.id = n.parent_id
       WHERE n.community_id = $1 ORDER BY n.code`,
      [communityId],
    );
    expect(tree.map(({ code, parent }) => [code, parent])).toEqual([
      ['a', 'k'],
      ['b', 'k'],
      ['c', 't'],
      ['d', 't'],
      ['k', 't'],
      ['t', null],
    ]);
    const [first] = await side.rows<{ valid_from: Date }>('SELECT max(valid_from) AS valid_from FROM strategy');
    expect(first?.valid_from.toISOString()).toBe('1970-01-01T00:00:00.000Z');
  });

  type Change = (body: FoundCommunity) => FoundCommunity;
  const withNode =
    (at: number, change: object): Change =>
    (body) => ({
      ...body,
      grid: body.grid.map((node, index) => (index === at ? { ...node, ...change } : node)),
    });
  const withHousehold =
    (at: number, change: object): Change =>
    (body) => ({
      ...body,
      households: body.households.map((household, index) => (index === at ? { ...household, ...change } : household)),
    });

  it.each<[string, Change, string, string]>([
    ['a circle', withNode(1, { parent: 'a' }), 'not-a-tree', 'grid.1.parent'],
    ['an unknown parent', withNode(2, { parent: 'x' }), 'not-a-tree', 'grid.2.parent'],
    ['a second root', withNode(3, { parent: null }), 'not-a-tree', 'grid.3.parent'],
    ['a code used twice', withNode(4, { code: 'a' }), 'not-a-tree', 'grid.2.code'],
    ['a household at no node', withHousehold(1, { node: 'x' }), 'unprocessable', 'households.1.node'],
    ['a household at a cabinet', withHousehold(1, { node: 'k' }), 'unprocessable', 'households.1.node'],
    ['two households at a node', withHousehold(1, { node: 'a' }), 'unprocessable', 'households.1.node'],
    [
      'a household node without a household',
      (body) => ({ ...body, households: body.households.slice(1) }),
      'unprocessable',
      'households',
    ],
    [
      'a metering point used twice',
      (body) => ({ ...body, households: body.households.map((one) => ({ ...one, meteringPoint: METERING_POINT })) }),
      'unprocessable',
      'households.1.meteringPoint',
    ],
    [
      'two tariffs of a day',
      (body) => ({ ...body, tariffs: body.tariffs.map((one) => ({ ...one, validFrom: '2026-01-01' })) }),
      'unprocessable',
      'tariffs.1.validFrom',
    ],
  ])('refuses %s and stores nothing', async (_, change, code, path) => {
    const before = await counts();
    const refused = await foundCommunity(side.database, change(smallCommunity())).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code });
    expect((refused as Failure).details.errors?.[0]?.path).toBe(path);
    expect(await counts()).toEqual(before);
  });

  it('refuses a metering point of another community', async () => {
    const claimed = withHousehold(0, { meteringPoint: METERING_POINT });
    await foundCommunity(side.database, claimed(smallCommunity()));
    const before = await counts();
    await expect(foundCommunity(side.database, claimed(smallCommunity()))).rejects.toMatchObject({ code: 'conflict' });
    expect(await counts()).toEqual(before);
  });
});
