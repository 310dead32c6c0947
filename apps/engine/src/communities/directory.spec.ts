import { engineRoutes, type Claims } from '@ceex/contracts';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { smallCommunity } from '../testing/small-community';
import { NOBODY, startTestEngine, type TestEngine } from '../testing/test-engine';

const ADMINISTRATOR: Claims = { ...NOBODY, sub: 'admin', administers: true };

describe('what an administrator does', () => {
  let engine: TestEngine;
  let first: SmallCommunity;
  let second: SmallCommunity;
  const count = async (): Promise<number> =>
    Number((await engine.database.pool.query<{ n: number }>('SELECT count(*) AS n FROM community')).rows[0]?.n);

  beforeAll(async () => {
    engine = await startTestEngine('2026-10-26T00:00:00Z');
    first = await foundSmallCommunity(engine, 'First');
    second = await foundSmallCommunity(engine, 'Second');
  });
  afterAll(() => engine.stop());

  it('reads which communities there are, page by page', async () => {
    const { response } = engineRoutes.listCommunities.schemas;
    const page = async (query: string) => response.parse(await engine.get(`/community${query}`, ADMINISTRATOR));
    const one = { communityId: first.communityId, name: 'First', status: 'open', households: 4 };
    const two = { communityId: second.communityId, name: 'Second', status: 'open', households: 4 };
    expect(await page('')).toEqual({ communities: [one, two], next: null });
    expect(await page('?limit=1')).toEqual({ communities: [one], next: first.communityId });
    expect(await page(`?limit=1&after=${first.communityId}`)).toEqual({ communities: [two], next: null });
  });

  it('founds a community, all or nothing', async () => {
    const before = await count();
    const found = (body: object) => engine.send('post', '/community', ADMINISTRATOR).send(body);
    const body = smallCommunity('Third');
    const faulty = { ...body, households: [...body.households.slice(1), { ...body.households[0], node: 'nowhere' }] };
    const refused = await found(faulty).expect(422);
    expect(refused.body).toMatchObject({ errors: [{ path: 'households.3.node' }, { path: 'households' }] });
    expect(await count()).toBe(before);
    await found(body).expect(200);
    expect(await count()).toBe(before + 1);
  });

  it('sees nothing inside a community', async () => {
    for (const path of ['', '/grid', '/households', '/summary?startDate=2026-10-01&endDate=2026-10-02']) {
      const { status } = await engine.refused(`/community/${first.communityId}${path}`, ADMINISTRATOR);
      expect({ path, status }).toEqual({ path, status: 403 });
    }
  });
});

describe('the households of a community', () => {
  let engine: TestEngine;
  let community: SmallCommunity;

  beforeAll(async () => {
    engine = await startTestEngine('2026-10-26T00:00:00Z');
    community = await foundSmallCommunity(engine, 'Mine');
    await foundSmallCommunity(engine, 'Other');
  });
  afterAll(() => engine.stop());

  it('are those of its nodes that have a meter, with their labels', async () => {
    const { communityId, nodes } = community;
    const operator = { ...NOBODY, operates: [communityId] };
    const labels = new Map(smallCommunity().grid.map(({ code, label }) => [code, label]));
    expect(await engine.get(`/community/${communityId}/households`, operator)).toEqual({
      communityId,
      name: 'Mine',
      households: ['a', 'b', 'c', 'd'].map((code) => ({ nodeId: nodes[code], code, label: labels.get(code) })),
    });
  });

  it('are told to its operator alone', async () => {
    const { communityId, nodes } = community;
    const member = { ...NOBODY, nodes: [nodes['a'] ?? 0], memberOf: [communityId] };
    for (const claims of [NOBODY, member, { ...NOBODY, operates: [communityId + 1] }]) {
      expect((await engine.refused(`/community/${communityId}/households`, claims)).status).toBe(403);
    }
  });
});
