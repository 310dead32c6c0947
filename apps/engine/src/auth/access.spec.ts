import { engineRoutes, pathOf, type Claims, type Route } from '@ceex/contracts';
import { handlersOf, signClaims } from '@ceex/server';
import { Controller, Get } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import request from 'supertest';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { NOBODY, SERVER, startTestEngine, TEST_SECRET, type TestEngine } from '../testing/test-engine';

/** A handler that somebody wrote and forgot to say who may call it. */
@Controller()
class ForgottenController {
  @Get('forgotten')
  read(): string {
    return 'secret';
  }
}

const ROUTES: readonly (readonly [string, Route])[] = Object.entries<Route>(engineRoutes);

describe('who may call the engine', () => {
  let engine: TestEngine;
  let mine: SmallCommunity;
  let other: SmallCommunity;

  beforeAll(async () => {
    engine = await startTestEngine('2026-10-20T11:17:00Z', {}, [ForgottenController]);
    mine = await foundSmallCommunity(engine, 'Mine');
    other = await foundSmallCommunity(engine, 'Other');
  });
  afterAll(() => engine.stop());

  const user = (rights: Partial<Claims>): Claims => ({ ...NOBODY, sub: 'u', ...rights });
  const pathTo = (route: Route, nodeId = mine.nodes['a'] ?? 0, communityId = mine.communityId): string => {
    const path = pathOf(route, { nodeId, communityId, plantId: 1 });
    // A stream would not end: here it is refused after the guards.
    if (route.answerType !== undefined) return `${path}?after=x`;
    const query = route.path.endsWith('metrics') || route.path.endsWith('summary');
    return path + (query ? '?startDate=2026-10-01&endDate=2026-10-02' : '');
  };
  const statusOf = async (route: Route, path: string, claims: Claims): Promise<number> =>
    (await engine.send(route.method.toLowerCase() as 'get', path, claims)).status;

  it('has a rule for every handler, and a handler for every route', () => {
    const handlers = handlersOf(engine.app).filter(({ name }) => name !== 'ForgottenController.read');
    expect(handlers.filter(({ access }) => access === undefined)).toEqual([]);
    expect(handlers.filter(({ access }) => access === 'public').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['HealthController.live', 'HealthController.ready', 'OpenApiController.read']),
    );
    expect(handlers.filter(({ access }) => access === 'public')).toHaveLength(3);
    const bound = handlers.flatMap(({ contract }) => contract ?? []);
    expect(new Set(bound)).toEqual(new Set(ROUTES.map(([, route]) => route)));
  });

  it('refuses a handler without a rule, even to tools of the server', async () => {
    expect(await engine.refused('/forgotten', SERVER)).toMatchObject({ status: 403, code: 'forbidden' });
  });

  describe.each(ROUTES)('%s', (_, route) => {
    it('is shut without claims, and with claims that nobody believes', async () => {
      const jwt = new JwtService();
      const envelope = { issuer: 'ceex-bff', audience: 'ceex-engine', secret: TEST_SECRET, expiresIn: 30 } as const;
      const past = Math.floor(Date.now() / 1000) - 31;
      const tokens = [
        undefined,
        'Bearer',
        'Basic dTpw',
        `Bearer ${signClaims(SERVER, 'another secret, also 32 characters long')}`,
        `Bearer ${signClaims(SERVER, TEST_SECRET).slice(0, -2)}`,
        `Bearer ${jwt.sign(SERVER, { ...envelope, issuer: 'ceex' })}`,
        `Bearer ${jwt.sign(SERVER, { ...envelope, audience: 'ceex-bff' })}`,
        `Bearer ${jwt.sign(SERVER, { ...envelope, algorithm: 'HS384' })}`,
        `Bearer ${jwt.sign({ ...SERVER, iat: past }, envelope)}`,
        // One that would hold for a day is too old after half a minute all the same.
        `Bearer ${jwt.sign({ ...SERVER, iat: past }, { ...envelope, expiresIn: 86_400 })}`,
        `Bearer ${jwt.sign({ ...SERVER, role: 'god' }, envelope)}`,
        `Bearer ${jwt.sign({ sub: 'u', role: 'server' }, envelope)}`,
        `Bearer ${none(SERVER)}`,
      ];
      for (const token of tokens) {
        const call = request(engine.app.getHttpServer())[route.method.toLowerCase() as 'get'](pathTo(route));
        const { status, body } = await (token === undefined ? call : call.set('Authorization', token));
        expect({ token, status, body: body as unknown }).toMatchObject({
          token,
          status: 401,
          body: { code: 'unauthenticated' },
        });
      }
    });

    it('is open to those it is for, and to nobody else', async () => {
      const nodeId = mine.nodes['a'] ?? 0;
      const { communityId } = mine;
      const callers: Record<string, Claims> = {
        nobody: user({}),
        node: user({ nodes: [nodeId] }),
        member: user({ memberOf: [communityId] }),
        operator: user({ operates: [communityId] }),
        stranger: user({
          nodes: [other.nodes['a'] ?? 0],
          memberOf: [other.communityId],
          operates: [other.communityId],
        }),
        administrator: user({ administers: true }),
        server: SERVER,
      };
      const open: Record<string, readonly string[]> = {
        node: ['node', 'server'],
        member: ['member', 'operator', 'server'],
        operator: ['operator', 'server'],
        administrator: ['administrator', 'server'],
        server: ['server'],
      };
      for (const [name, claims] of Object.entries(callers)) {
        const status = await statusOf(route, pathTo(route), claims);
        expect({ name, refused: status === 403 || status === 401 }).toEqual({
          name,
          refused: !open[route.access]?.includes(name),
        });
      }
    });

    it('tells of a missing node or community only those who may do everything', async () => {
      if (!route.schemas.params) return;
      const path = pathTo(route, 2_000_000_000, 2_000_000_000);
      expect(await statusOf(route, path, user({ nodes: [1], operates: [1] }))).toBe(403);
      expect(await statusOf(route, path, SERVER)).toBe(404);
    });

    it('takes a key in one spelling only', async () => {
      if (!route.schemas.params) return;
      for (const key of ['0', '01', '1e3', '-1', '2147483648', '9'.repeat(11), '1.0', 'abc', '%31x']) {
        const path = pathTo(route).replace(/^(\/\w+\/)\d+/, `$1${key}`);
        expect({ key, status: await statusOf(route, path, SERVER) }).toEqual({ key, status: 400 });
      }
    });
  });

  it('answers other paths and methods as not found', async () => {
    expect(await engine.refused('/', SERVER)).toMatchObject({ code: 'not-found' });
    expect(await engine.refused('/node', SERVER)).toMatchObject({ code: 'not-found' });
    const { status } = await engine.send('delete', `/node/${mine.nodes['a']}`, SERVER);
    expect(status).toBe(404);
  });
});

/** A token that says it needs no signature. */
function none(claims: Claims): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const payload = { ...claims, iss: 'ceex-bff', aud: 'ceex-engine', iat: now, exp: now + 30 };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`;
}
