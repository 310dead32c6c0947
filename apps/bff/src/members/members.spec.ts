import { startVillage, type Village } from '../testing/membership';

const MEMBERS = '/api/community/1/members';
const OPERATORS = '/api/community/1/operators';
const TODAY = /^\d{4}-\d\d-\d\d$/;

describe('the members of a community', () => {
  let village: Village;
  let anna: string;
  let ben: string;
  let otto: string;

  beforeAll(async () => {
    village = await startVillage();
    anna = await village.userId('anna@example.org');
    ben = await village.userId('ben@example.org');
    otto = await village.userId('otto@example.org');
  });
  afterAll(() => village.stop());
  beforeEach(() => village.audited());

  const nodesOf = async (name: 'anna' | 'ben') => (await village.as(name, 'get', '/api/auth/me')).body.nodes;

  it('are told to its operator: who, with which nodes, since when, seen when', async () => {
    await village.as('anna', 'get', '/api/auth/me');
    const { body } = await village.as('otto', 'get', MEMBERS);
    expect(body).toEqual({
      members: [
        {
          ...{ userId: anna, email: 'anna@example.org', operator: false },
          ...{ joined: expect.stringMatching(TODAY), lastSeen: expect.stringMatching(TODAY) },
          nodes: [{ nodeId: 7, code: 'H7', label: 'Haus Sonne', addedAt: expect.stringMatching(/Z$/), shared: false }],
        },
        {
          ...{ userId: otto, email: 'otto@example.org', operator: true, nodes: [] },
          ...{ joined: expect.stringMatching(TODAY), lastSeen: expect.stringMatching(TODAY) },
        },
      ],
      total: 2,
      next: null,
    });
  });

  it('are told page by page', async () => {
    const first = (await village.as('otto', 'get', `${MEMBERS}?limit=1`)).body;
    expect(first).toMatchObject({ members: [{ userId: anna }], total: 2, next: 'anna@example.org' });
    const second = (await village.as('otto', 'get', `${MEMBERS}?limit=1&after=${first.next}`)).body;
    expect(second).toMatchObject({ members: [{ userId: otto }], next: null });
  });

  it('get another node, are told so, and have it at once', async () => {
    const { body } = await village.as('otto', 'post', `${MEMBERS}/${anna}/nodes`, { nodeId: 8 });
    expect(body).toMatchObject({ userId: anna, nodes: [{ nodeId: 7 }, { nodeId: 8, label: 'Haus Mond' }] });
    expect(await nodesOf('anna')).toMatchObject([{ nodeId: 7 }, { nodeId: 8 }]);
    expect((await village.as('anna', 'get', '/api/engine/node/8')).status).toBe(200);
    expect(await village.audited()).toEqual([
      {
        action: 'node-added',
        subject: { userId: anna, nodeId: 8 },
        before: { nodes: [7] },
        after: { nodes: [7, 8] },
      },
    ]);
    expect(village.letters.all.at(-1)).toMatchObject({
      to: 'anna@example.org',
      kind: 'node-added',
      data: { community: 'Seeblick', label: 'Haus Mond' },
    });
    await village.refused(409, 'conflict', 'otto', 'post', `${MEMBERS}/${anna}/nodes`, { nodeId: 8 });
  });

  it('lose a node at once, are told so, and the engine hears nothing of it', async () => {
    await village.as('otto', 'post', `${MEMBERS}/${anna}/nodes`, { nodeId: 10 });
    await village.audited();
    village.bff.engine.received.length = 0;
    expect((await village.as('otto', 'delete', `${MEMBERS}/${anna}/nodes/10`)).status).toBe(204);
    expect(village.bff.engine.received.map(({ method }) => method)).toEqual(['GET']);
    await village.refused(403, 'forbidden', 'anna', 'get', '/api/engine/node/10');
    expect(await village.audited()).toMatchObject([
      {
        action: 'node-removed',
        subject: { userId: anna, nodeId: 10 },
        before: { nodes: [7, 8, 10] },
        after: { nodes: [7, 8] },
      },
    ]);
    expect(village.letters.all.at(-1)).toMatchObject({
      to: 'anna@example.org',
      kind: 'node-removed',
      data: { label: 'Mühle' },
    });
    await village.refused(404, 'not-found', 'otto', 'delete', `${MEMBERS}/${anna}/nodes/10`);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'a node of another community',
      () => village.refused(422, 'unprocessable', 'otto', 'post', `${MEMBERS}/${anna}/nodes`, { nodeId: 9 }),
    ],
    [
      'a node to somebody who is no member',
      () => village.refused(404, 'not-found', 'otto', 'post', `${MEMBERS}/${ben}/nodes`, { nodeId: 8 }),
    ],
    [
      'a node to nobody',
      () => village.refused(404, 'not-found', 'otto', 'post', `${MEMBERS}/${crypto.randomUUID()}/nodes`, { nodeId: 8 }),
    ],
    [
      'a duty to somebody who is no member',
      () => village.refused(404, 'not-found', 'otto', 'put', `${OPERATORS}/${ben}`),
    ],
    [
      'somebody’s node in another community',
      () => village.refused(404, 'not-found', 'otto', 'delete', `${MEMBERS}/${ben}/nodes/9`),
    ],
    ['no user at all', () => village.refused(400, 'bad-request', 'otto', 'put', `${OPERATORS}/1`)],
  ])('are not given or taken: %s', async (_, refusal) => {
    await refusal();
    expect(await village.audited()).toEqual([]);
    expect(await nodesOf('ben')).toEqual([{ nodeId: 9, communityId: 2 }]);
  });

  it('become operators and cease to be, and the last one stays', async () => {
    await village.refused(409, 'last-operator', 'otto', 'delete', `${OPERATORS}/${otto}`);
    await village.refused(404, 'not-found', 'otto', 'delete', `${OPERATORS}/${anna}`);
    expect(await village.audited()).toEqual([]);
    const make = () => village.as('otto', 'put', `${OPERATORS}/${anna}`);
    expect([(await make()).status, (await make()).status]).toEqual([204, 204]);
    expect((await village.as('anna', 'get', MEMBERS)).status).toBe(200);
    expect(village.letters.all.at(-1)).toMatchObject({ to: 'anna@example.org', kind: 'operator-made' });
    expect((await village.as('otto', 'delete', `${OPERATORS}/${otto}`)).status).toBe(204);
    await village.refused(403, 'forbidden', 'otto', 'get', MEMBERS);
    expect(village.letters.all.at(-1)).toMatchObject({ to: 'otto@example.org', kind: 'operator-ended' });
    expect(await village.audited()).toEqual([
      { action: 'role-granted', subject: { userId: anna }, before: { operator: false }, after: { operator: true } },
      { action: 'role-revoked', subject: { userId: otto }, before: { operator: true }, after: { operator: false } },
    ]);
    await village.rows(`INSERT INTO user_role (user_id, community_id, role) VALUES ($1, 1, 'operator')`, [otto]);
  });

  it('never lose both of two operators who dismiss each other at once', async () => {
    const answers = await Promise.all([
      village.as('otto', 'delete', `${OPERATORS}/${anna}`),
      village.as('anna', 'delete', `${OPERATORS}/${otto}`),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await village.rows('SELECT 1 FROM user_role WHERE community_id = 1')).toHaveLength(1);
    await village.rows('DELETE FROM user_role WHERE community_id = 1');
    await village.rows(`INSERT INTO user_role (user_id, community_id, role) VALUES ($1, 1, 'operator')`, [otto]);
  });

  it.each([
    ['nobody', 401, 'unauthenticated'],
    ['anna', 403, 'forbidden'],
    ['olga', 403, 'forbidden'],
    ['ada', 403, 'forbidden'],
  ] as const)('are no business of others: %s is answered %p', async (who, status, code) => {
    village.bff.engine.received.length = 0;
    const routes = [
      ['get', MEMBERS],
      ['post', `${MEMBERS}/${anna}/nodes`, { nodeId: 8 }],
      ['delete', `${MEMBERS}/${anna}/nodes/7`],
      ['put', `${OPERATORS}/${anna}`],
      ['delete', `${OPERATORS}/${otto}`],
    ] as const;
    for (const [method, path, body] of routes) await village.refused(status, code, who, method, path, body);
    expect(village.bff.engine.received).toEqual([]);
    expect(await village.audited()).toEqual([]);
  });
});
