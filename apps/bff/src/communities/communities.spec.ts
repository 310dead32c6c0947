import { startVillage, type Village } from '../testing/membership';
import { answerAsVillage } from '../testing/village';

const OPERATOR = { email: 'carla@example.org', language: 'fr' };
const PRICES = { retailMicroPerKwh: 1, gridUsageMicroPerKwh: 1, leviesMicroPerKwh: 1, feedInMicroPerKwh: 1 };
const NODE = {
  ...{ code: 't', parent: null, kind: 'transformer', label: 'Trafo', x: null, y: null, lengthM: 0, rating: null },
  ...{ ratingUnit: null, capacityUpWh: null, capacityDownWh: null, feeUpMicroPerKwh: 0, feeDownMicroPerKwh: 0 },
};
const FOUNDING = {
  ...{ name: 'Neufeld', timeZone: 'Europe/Zurich', currency: 'CHF', gridOperator: 'EW' },
  rules: { pricing: 'nodal', k: 0.5, discountLevel: 'same-level', volumes: 'market', deadlineMinutes: 60 },
  grid: [NODE, { ...NODE, code: 'H9', parent: 't', kind: 'household', label: 'Hof' }],
  households: [
    {
      ...{ node: 'H9', meteringPoint: null, pvSystems: [], batteries: [] },
      strategy: {
        ...{ kind: 'never-lose', lowestSellMicroPerKwh: null },
        ...{ highestPayMicroPerKwh: null, flexibilityMicroPerKwh: null },
      },
    },
  ],
  tariffs: [
    { validFrom: '2026-01-01', ...PRICES, discountSameLevel: 4_000, discountAcrossTransformer: 2_000, vat: 810 },
  ],
  simulation: null,
};

describe('communities', () => {
  let village: Village;
  beforeAll(async () => (village = await startVillage()));
  afterAll(() => village.stop());
  beforeEach(async () => {
    village.bff.engine.received.length = 0;
    await village.rows('DELETE FROM invitation');
    await village.audited();
    // The community that is founded has the number 2.
    village.bff.engine.answer = (request, response) => {
      if (request.method !== 'POST') return answerAsVillage(request, response);
      response.setHeader('content-type', 'application/json');
      response.end('{"communityId":2,"nodes":[{"nodeId":8,"code":"t"},{"nodeId":9,"code":"H9"}]}');
    };
  });

  const found = (body: object) => village.as('ada', 'post', '/api/communities', body);

  it('are listed with their people', async () => {
    expect((await village.as('ada', 'get', '/api/communities?limit=5')).body).toEqual({
      communities: [
        { communityId: 1, name: 'Seeblick', status: 'open', households: 3, operators: 1, members: 1 },
        { communityId: 2, name: 'Bergli', status: 'open', households: 1, operators: 1, members: 1 },
      ],
      next: null,
    });
    expect(village.bff.engine.received).toMatchObject([{ url: '/community?limit=5' }]);
  });

  it('are founded by the engine, and their first operator is invited', async () => {
    const { status, body } = await found({ founding: FOUNDING, operator: OPERATOR });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { communityId: 2, nodes: 2, invitation: { kind: 'operator', email: 'carla@example.org', state: 'open' } },
    });
    const [received] = village.bff.engine.received;
    expect(received).toMatchObject({ method: 'POST', url: '/community' });
    expect(JSON.parse(received?.body ?? '')).toEqual(FOUNDING);
    expect(await village.letters.to('carla@example.org')).toMatchObject([{ kind: 'invitation', language: 'fr' }]);
    expect(await village.audited()).toMatchObject([
      { action: 'community-founded', subject: { communityId: 2 }, after: { name: 'Neufeld', nodes: 2 } },
      { action: 'invitation-sent' },
    ]);
    const token = await village.letters.token('carla@example.org', 'invitation');
    const accept = { token, password: 'a lake behind the mill', language: 'fr' };
    expect((await village.as('nobody', 'post', '/api/invitations/accept', accept)).body).toMatchObject({
      operates: [2],
      administers: false,
    });
  });

  it('are founded from megabytes where they are large', async () => {
    const label = 'x'.repeat(80);
    const houses = Array.from({ length: 5_000 }, (_, n) => ({ ...NODE, code: `N${n}`, parent: 't', label }));
    const founding = { ...FOUNDING, grid: [...FOUNDING.grid, ...houses] };
    expect(JSON.stringify(founding).length).toBeGreaterThan(1_000_000);
    expect((await found({ founding, operator: { ...OPERATOR, email: 'dora@example.org' } })).status).toBe(200);
    expect(JSON.parse(village.bff.engine.received[0]?.body ?? '')).toEqual(founding);
  });

  it.each<[string, object, string]>([
    ['a currency', { founding: { ...FOUNDING, currency: 'francs' }, operator: OPERATOR }, 'body.founding.currency'],
    ['a field', { founding: { ...FOUNDING, owner: 'me' }, operator: OPERATOR }, 'body.founding'],
    ['an operator', { founding: FOUNDING, operator: { ...OPERATOR, email: 'carla' } }, 'body.operator.email'],
    ['a document', { operator: OPERATOR }, 'body.founding'],
  ])('are refused for %s that is wrong, before the engine hears of it', async (_, body, path) => {
    const problem = await village.refused(400, 'bad-request', 'ada', 'post', '/api/communities', body);
    expect(problem.errors).toMatchObject([{ path }]);
    expect(village.bff.engine.received).toEqual([]);
  });

  it('are refused as the engine refuses them, in the paths of what was sent, and nobody is invited', async () => {
    village.bff.engine.answer = (_, response) =>
      response.writeHead(422, { 'content-type': 'application/problem+json' }).end(
        JSON.stringify({
          ...{ type: 'urn:ceex:problem:not-a-tree', title: 'x', status: 422, code: 'not-a-tree', detail: 'a circle' },
          errors: [{ path: 'grid.1.parent', message: 'a circle' }],
        }),
      );
    const body = { founding: FOUNDING, operator: OPERATOR };
    const problem = await village.refused(422, 'not-a-tree', 'ada', 'post', '/api/communities', body);
    expect(problem.errors).toEqual([{ path: 'body.founding.grid.1.parent', message: 'a circle' }]);
    expect(await village.rows('SELECT 1 FROM invitation')).toEqual([]);
    expect(await village.audited()).toEqual([]);
  });

  it.each([
    ['falls silent', (_: unknown, response: { destroy: () => void }) => response.destroy()],
    ['talks nonsense', (_: unknown, response: { end: (text: string) => void }) => response.end('<html>')],
    ['answers what it should not', (_: unknown, response: { end: (text: string) => void }) => response.end('{}')],
  ])('are not there for us while the engine %s', async (_, answer) => {
    village.bff.engine.answer = answer as never;
    await village.refused(502, 'upstream-unavailable', 'ada', 'get', '/api/communities');
  });

  it('get another operator from the administrator', async () => {
    const path = '/api/communities/1/operators';
    const { body } = await village.as('ada', 'post', path, { email: 'emil@example.org', language: 'it' });
    expect(body).toMatchObject({ kind: 'operator', state: 'open' });
    await village.refused(409, 'conflict', 'ada', 'post', path, { email: 'emil@example.org', language: 'it' });
    await village.refused(404, 'not-found', 'ada', 'post', '/api/communities/3/operators', OPERATOR);
  });

  it.each([
    ['nobody', 401, 'unauthenticated'],
    ['anna', 403, 'forbidden'],
    ['otto', 403, 'forbidden'],
  ] as const)('are the administrator’s alone: %s is answered %p', async (who, status, code) => {
    const routes = [
      ['get', '/api/communities'],
      ['post', '/api/communities', { founding: FOUNDING, operator: OPERATOR }],
      ['post', '/api/communities/1/operators', OPERATOR],
    ] as const;
    for (const [method, path, body] of routes) await village.refused(status, code, who, method, path, body);
    expect(village.bff.engine.received).toEqual([]);
  });

  it('are not read from strangers, however long they talk, and from nobody beyond sixteen megabytes', async () => {
    const large = { founding: 'x'.repeat(17 * 1024 * 1024) };
    await village.refused(403, 'forbidden', 'otto', 'post', '/api/communities', large);
    await village.refused(413, 'payload-too-large', 'ada', 'post', '/api/communities', large);
    const path = '/api/communities/1/operators';
    await village.refused(413, 'payload-too-large', 'ada', 'post', path, { ...OPERATOR, x: 'x'.repeat(20_000) });
  });
});
