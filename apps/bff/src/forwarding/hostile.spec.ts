import { type Claims, CLAIMS_AUDIENCE, CLAIMS_ISSUER } from '@ceex/contracts';
import { signClaims } from '@ceex/server';
import { JwtService } from '@nestjs/jwt';
import { SINGLE_KID } from '../config/session-keys-config';
import { SESSION_ISSUER } from '../sessions/session-keys';
import { SESSION_AUDIENCE } from '../sessions/session-token';
import { type BffUnderTest, ENGINE_SECRET, SAME_ORIGIN, SESSION_SECRET, startBff } from '../testing/bff-under-test';
import { rawRequest } from '../testing/raw-request';

const E = '/api/engine';
const METRICS = `${E}/node/7/metrics?startDate=2026-01-01&endDate=2026-01-02`;
const REPLAY = `${E}/node/7/replay?startDate=2026-01-01&endDate=2026-01-02&kind=never-lose`;
const JSON_TYPE = { 'content-type': 'application/json' };
const CSV_TYPE = { 'content-type': 'text/csv' };
const STRATEGY = JSON.stringify({
  kind: 'never-lose',
  lowestSellMicroPerKwh: null,
  highestPayMicroPerKwh: null,
  flexibilityMicroPerKwh: null,
});
const PLANT = { name: 'Keller', capacityWh: 10_000, powerW: 5_000, kind: 'battery' };
const postPlant = (change: object) => ({
  method: 'POST',
  headers: { ...SAME_ORIGIN, ...JSON_TYPE },
  body: JSON.stringify({ ...PLANT, ...change }),
});
const POST_PLANT = postPlant({});
const PUT_STRATEGY = { method: 'PUT', headers: { ...SAME_ORIGIN, ...JSON_TYPE }, body: STRATEGY };

interface Hostile {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly as?: 'anna' | 'otto' | 'nobody';
}

/** What it is, its request target, its status, its problem code (null: refused by Node's own parser), and the rest. */
type Row = readonly [string, string, number, string | null, Hostile?];

const RIGHTS: readonly Row[] = [
  ["another household's profile", `${E}/node/9`, 403, 'forbidden'],
  ["another household's metrics", METRICS.replace('/7/', '/9/'), 403, 'forbidden'],
  ["another household's replay", REPLAY.replace('/7/', '/9/'), 403, 'forbidden'],
  ["a household's replay as an operator", REPLAY, 403, 'forbidden', { as: 'otto' }],
  ["another household's strategy", `${E}/node/9/strategy`, 403, 'forbidden', PUT_STRATEGY],
  ['a node that does not exist', `${E}/node/12345`, 403, 'forbidden'],
  ["another household's plants", `${E}/node/9/plants`, 403, 'forbidden'],
  ["another household's day of production", `${E}/node/9/plants/day`, 403, 'forbidden'],
  ["another household's forecast", `${E}/node/9/forecast`, 403, 'forbidden'],
  ["a plant on another's roof", `${E}/node/9/plants`, 403, 'forbidden', POST_PLANT],
  ["another household's plant", `${E}/node/9/plants/1`, 403, 'forbidden', { ...POST_PLANT, method: 'PUT' }],
  ['the removal of it', `${E}/node/9/plants/1`, 403, 'forbidden', { method: 'DELETE', headers: SAME_ORIGIN }],
  ["another community's events", `${E}/community/2/events`, 403, 'forbidden'],
  ["another community's flows", `${E}/community/2/flows?startDate=2026-01-01&endDate=2026-01-01`, 403, 'forbidden'],
  ["another community's history", `${E}/community/2/history?startDate=2026-01-01&endDate=2026-01-01`, 403, 'forbidden'],
  ["a household's forecast as an operator", `${E}/node/7/forecast`, 403, 'forbidden', { as: 'otto' }],
  ["another community's market", `${E}/community/2/market`, 403, 'forbidden'],
  ["another community's grid", `${E}/community/2/grid`, 403, 'forbidden'],
  ["an operator's list as a member", `${E}/community/1/clearings`, 403, 'forbidden'],
  [
    "an operator's import as a member",
    `${E}/community/1/readings`,
    403,
    'forbidden',
    { method: 'POST', headers: { ...SAME_ORIGIN, ...CSV_TYPE }, body: 'node,start\n' },
  ],
  ['another community as an operator', `${E}/community/2/clearings`, 403, 'forbidden', { as: 'otto' }],
  ["a household's profile as an operator", `${E}/node/7`, 403, 'forbidden', { as: 'otto' }],
];

const PATHS: readonly Row[] = [
  ['founding a community', `${E}/community`, 404, 'not-found', { ...PUT_STRATEGY, method: 'POST', as: 'otto' }],
  ['an unknown path', `${E}/admin`, 404, 'not-found'],
  ['the prefix alone', E, 404, 'not-found'],
  ["the engine's health", `${E}/health/ready`, 404, 'not-found'],
  ["the engine's documents", `${E}/openapi.json`, 404, 'not-found'],
  ['another prefix', '/api/engines/node/7', 404, 'not-found'],
  ['capitals in the prefix', '/API/engine/node/7', 404, 'not-found'],
  ['capitals in the path', `${E}/NODE/7`, 404, 'not-found'],
  ['a trailing slash', `${E}/node/7/`, 404, 'not-found'],
  ['a dot segment', `${E}/node/7/../9`, 404, 'not-found'],
  ['a dot segment out of the prefix', `${E}/../engine/node/9`, 404, 'not-found'],
  ['a single dot', `${E}/./node/7`, 404, 'not-found'],
  ['an encoded dot segment', `${E}/node/7/%2e%2e/9`, 404, 'not-found'],
  ['a half-encoded dot segment', `${E}/node/7/.%2E/9`, 404, 'not-found'],
  ['an encoded slash', `${E}/node/7%2f..%2f9`, 404, 'not-found'],
  ['double encoding', `${E}/node/7/%252e%252e/9`, 404, 'not-found'],
  ['an encoded letter', `${E}/n%6fde/9`, 404, 'not-found'],
  ['an encoded prefix', '/%61pi/engine/node/9', 404, 'not-found'],
  ['an empty segment', `${E}//node/9`, 404, 'not-found'],
  ['a host in the path', '//evil.example/api/engine/node/7', 404, 'not-found'],
  ['a backslash', `${E}/node/7\\..\\9`, 404, 'not-found'],
  ['an encoded backslash', `${E}/node/7%5c..%5c9`, 404, 'not-found'],
  ['a matrix parameter', `${E}/node/7;nodeId=9`, 404, 'not-found'],
  ['an at sign', `${E}@evil.example/node/7`, 404, 'not-found'],
  ['an encoded line break', `${E}/node/7%0d%0aX-Role:%20server`, 404, 'not-found'],
  ['a null byte', `${E}/node/7%00`, 404, 'not-found'],
  ['a letter beyond ASCII', `${E}/node/\u00b7`, 400, null],
  ['a fragment', `${E}/node/7#/9`, 404, 'not-found'],
  ['a target that is too long', `${E}/node/${'7'.repeat(3_000)}`, 404, 'not-found'],
  ['a target beyond all limits', `${E}/node/${'7'.repeat(20_000)}`, 431, null],
  ['an absolute target', `http://evil.example${E}/node/7`, 404, 'not-found'],
  ['an absolute target without a host', 'http:///api/engine/node/7', 404, 'not-found'],
  ['the asterisk', '*', 404, 'not-found', { method: 'OPTIONS' }],
  ['a line break in the target', `${E}/node/7\r\nX-Role: server\r\n\r\n`, 400, null],
  ['a space in the target', `${E}/node/7 HTTP/1.1 /node/9`, 400, null],
];

const KEYS: readonly Row[] = ['007', '7e0', '0x7', '-7', '+7', '7.0', '99999999999', '2147483648', 'NaN'].map((key) => [
  `the node id ${key}`,
  `${E}/node/${key}`,
  key.startsWith('+') ? 404 : 400,
  key.startsWith('+') ? 'not-found' : 'bad-request',
]);

const METHODS: readonly Row[] = [
  ['deleting a node', `${E}/node/7`, 405, 'method-not-allowed', { method: 'DELETE', headers: SAME_ORIGIN }],
  ['deleting all plants', `${E}/node/7/plants`, 405, 'method-not-allowed', { method: 'DELETE', headers: SAME_ORIGIN }],
  ['reading one plant', `${E}/node/7/plants/1`, 405, 'method-not-allowed'],
  ['posting events', `${E}/community/1/events`, 405, 'method-not-allowed', { method: 'POST', headers: SAME_ORIGIN }],
  ['posting metrics', METRICS, 405, 'method-not-allowed', { method: 'POST', headers: SAME_ORIGIN }],
  ['posting a replay', REPLAY, 405, 'method-not-allowed', { method: 'POST', headers: SAME_ORIGIN }],
  ['patching a strategy', `${E}/node/7/strategy`, 405, 'method-not-allowed', { ...PUT_STRATEGY, method: 'PATCH' }],
  ['the method OPTIONS', `${E}/node/7`, 405, 'method-not-allowed', { method: 'OPTIONS' }],
  ['the method TRACE', `${E}/node/7`, 405, 'method-not-allowed', { method: 'TRACE', headers: SAME_ORIGIN }],
  ['an invented method', `${E}/node/7`, 400, null, { method: 'SMUGGLE' }],
  [
    'a method in a header',
    `${E}/node/7`,
    405,
    'method-not-allowed',
    { method: 'POST', headers: { ...SAME_ORIGIN, 'x-http-method-override': 'GET' } },
  ],
];

const BODIES: readonly Row[] = [
  [
    'a JSON body that is too large',
    `${E}/node/7/strategy`,
    413,
    'payload-too-large',
    { ...PUT_STRATEGY, body: `{"kind":"${'x'.repeat(20_000)}"}` },
  ],
  [
    'a JSON body that is too large, in chunks',
    `${E}/node/7/strategy`,
    413,
    'payload-too-large',
    {
      method: 'PUT',
      headers: { ...SAME_ORIGIN, ...JSON_TYPE, 'transfer-encoding': 'chunked' },
      body: `5000\r\n{"kind":"${'x'.repeat(0x5000 - 11)}"}\r\n0\r\n\r\n`,
    },
  ],
  [
    'a CSV body that says it is too large',
    `${E}/community/1/readings`,
    413,
    'payload-too-large',
    { method: 'POST', as: 'otto', headers: { ...SAME_ORIGIN, ...CSV_TYPE, 'content-length': '999999999' }, body: 'n' },
  ],
  ['a plant of an unknown kind', `${E}/node/7/plants`, 400, 'bad-request', postPlant({ kind: 'windmill' })],
  ['a plant of two kinds', `${E}/node/7/plants`, 400, 'bad-request', postPlant({ tiltDeg: 30 })],
  ["a plant with another's node", `${E}/node/7/plants`, 400, 'bad-request', postPlant({ nodeId: 9 })],
  ['a battery of no capacity', `${E}/node/7/plants`, 400, 'bad-request', postPlant({ capacityWh: 0 })],
  [
    'a plant without proof of its origin',
    `${E}/node/7/plants`,
    403,
    'cross-site',
    { ...POST_PLANT, headers: JSON_TYPE },
  ],
  ['broken JSON', `${E}/node/7/strategy`, 400, 'bad-request', { ...PUT_STRATEGY, body: '{"kind":' }],
  ['no body', `${E}/node/7/strategy`, 415, 'unsupported-media-type', { ...PUT_STRATEGY, body: undefined }],
  [
    'an unknown field',
    `${E}/node/7/strategy`,
    400,
    'bad-request',
    { ...PUT_STRATEGY, body: STRATEGY.replace('{', '{"nodeId":9,') },
  ],
  [
    'a prototype in a body',
    `${E}/node/7/strategy`,
    400,
    'bad-request',
    { ...PUT_STRATEGY, body: STRATEGY.replace('{', '{"__proto__":{"role":"server"},') },
  ],
  [
    'a form',
    `${E}/node/7/strategy`,
    415,
    'unsupported-media-type',
    {
      method: 'PUT',
      headers: { ...SAME_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'kind=never-lose',
    },
  ],
  [
    'JSON in the name of text',
    `${E}/node/7/strategy`,
    415,
    'unsupported-media-type',
    { method: 'PUT', headers: { ...SAME_ORIGIN, 'content-type': 'text/plain' }, body: STRATEGY },
  ],
  [
    'JSON where CSV belongs',
    `${E}/community/1/readings`,
    415,
    'unsupported-media-type',
    { method: 'POST', as: 'otto', headers: { ...SAME_ORIGIN, ...JSON_TYPE }, body: '[]' },
  ],
  [
    'compressed CSV',
    `${E}/community/1/readings`,
    415,
    'unsupported-media-type',
    { method: 'POST', as: 'otto', headers: { ...SAME_ORIGIN, ...CSV_TYPE, 'content-encoding': 'gzip' }, body: 'x' },
  ],
  [
    'two lengths (request smuggling)',
    `${E}/node/7/strategy`,
    400,
    null,
    { ...PUT_STRATEGY, headers: { ...PUT_STRATEGY.headers, 'transfer-encoding': 'chunked', 'content-length': '5' } },
  ],
];

const QUERIES: readonly Row[] = [
  ['an unknown query key', `${METRICS}&nodeId=9`, 400, 'bad-request'],
  ['a repeated query key', `${METRICS}&startDate=2020-01-01`, 400, 'bad-request'],
  ['a nested query key', `${METRICS}&resolution[x]=day`, 400, 'bad-request'],
  ['a query where none belongs', `${E}/node/7?role=server`, 400, 'bad-request'],
  ['a missing query key', `${E}/node/7/metrics?startDate=2026-01-01`, 400, 'bad-request'],
  ['a line break in a query', METRICS.replace('2026-01-02', '2026-01-02%0d%0aX-Role:1'), 400, 'bad-request'],
  ['a second path in a query', METRICS.replace('2026-01-02', '2026-01-02%26nodeId=9'), 400, 'bad-request'],
  ['an unknown strategy', REPLAY.replace('never-lose', 'greedy'), 400, 'bad-request'],
  ['a limit with a fraction', `${REPLAY}&lowestSellMicroPerKwh=0.5`, 400, 'bad-request'],
  ['a limit below zero', `${REPLAY}&lowestSellMicroPerKwh=-1`, 400, 'bad-request'],
  ['a limit in another spelling', `${REPLAY}&lowestSellMicroPerKwh=1e5`, 400, 'bad-request'],
  ['a limit beyond all prices', `${REPLAY}&highestPayMicroPerKwh=100000001`, 400, 'bad-request'],
  ['two limits of one name', `${REPLAY}&highestPayMicroPerKwh=1&highestPayMicroPerKwh=2`, 400, 'bad-request'],
  ["another node in a replay's query", `${REPLAY}&nodeId=9`, 400, 'bad-request'],
  ['an encoded query mark', `${E}/node/7%3fx=1`, 404, 'not-found'],
  ['a page size beyond the limit', `${E}/node/7/trades?limit=100000`, 400, 'bad-request'],
  [
    'more neighbours than the limit',
    `${E}/node/7/neighbours?startDate=2026-01-01&endDate=2026-01-02&limit=101`,
    400,
    'bad-request',
  ],
  [
    'an instant where a day is due',
    `${E}/node/7/heat-map?startDate=2026-01-01T00:00:00Z&endDate=2026-01-02`,
    400,
    'bad-request',
  ],
  ['a stream from no event', `${E}/community/1/events?after=last`, 400, 'bad-request'],
  ['flows without a range', `${E}/community/1/flows`, 400, 'bad-request'],
  [
    'a history by instants',
    `${E}/community/1/history?startDate=2026-01-01T00:00:00Z&endDate=2026-01-02`,
    400,
    'bad-request',
  ],
  ['a roof beyond upright', `${E}/node/7/plants/preview?peakPowerW=1&tiltDeg=91&azimuthDeg=0`, 400, 'bad-request'],
  ['a fraction of a degree', `${E}/node/7/plants/preview?peakPowerW=1&tiltDeg=1.5&azimuthDeg=0`, 400, 'bad-request'],
  ['a day that there is not', `${E}/node/7/plants/day?day=2026-02-30`, 400, 'bad-request'],
  ['SQL in a cursor', `${E}/node/7/trades?cursor=%27;DROP`, 400, 'bad-request'],
];

const ORIGINS: readonly Row[] = [
  ['sec-fetch-site cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['sec-fetch-site same-site', { 'sec-fetch-site': 'same-site' }],
  ['sec-fetch-site none', { 'sec-fetch-site': 'none' }],
  ['the origin of another site', { origin: 'https://evil.example' }],
  ['the origin null', { origin: 'null' }],
  ['another port of this host', { origin: 'http://127.0.0.1:1' }],
  ['a forwarded host of the same name', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
  ['a cookie and no proof of origin', {}],
].map(([name, headers]) => [
  `a write with ${name as string}`,
  `${E}/node/7/strategy`,
  403,
  'cross-site',
  { ...PUT_STRATEGY, headers: { ...JSON_TYPE, ...(headers as Record<string, string>) } },
]);

describe('hostile requests', () => {
  let bff: BffUnderTest;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    bff = await startBff();
    for (const name of ['anna', 'otto'] as const) cookies[name] = (await bff.signIn(name)).session;
  });
  afterAll(() => bff.stop());
  beforeEach(() => bff.engine.reset());

  /** Sends a request over a bare socket, so that nothing on our side cleans it up. */
  const send = (target: string, { method = 'GET', headers = {}, body, as = 'anna' }: Hostile = {}) => {
    const all: Record<string, string> = {
      host: `127.0.0.1:${bff.port}`,
      connection: 'close',
      ...(as === 'nobody' ? {} : { cookie: cookies[as] ?? '' }),
      ...(body === undefined || 'transfer-encoding' in headers ? {} : { 'content-length': String(body.length) }),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    return rawRequest(bff.port, `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
  };

  const refuses = async (target: string, status: number, code: string | null, rest?: Hostile) => {
    const answer = await send(target, rest);
    expect(answer.status).toBe(status);
    if (code !== null) {
      expect(answer.head).toMatch(/content-type: application\/problem\+json/i);
      expect(JSON.parse(answer.body)).toMatchObject({ status, code });
    }
    if (status === 405) expect(answer.head).toMatch(/^allow: (GET|GET, PUT|PUT)/im);
    expect(bff.engine.received).toEqual([]);
  };

  it('are told from honest ones: the same request, in order, gets through', async () => {
    expect((await send(METRICS)).status).toBe(200);
    expect((await send(`${E}/node/7/strategy`, PUT_STRATEGY)).status).toBe(200);
    expect(bff.engine.received).toHaveLength(2);
  });

  const rows = [...RIGHTS, ...PATHS, ...KEYS, ...METHODS, ...BODIES, ...QUERIES, ...ORIGINS];
  it.each(rows.map((row) => ({ name: row[0], row })))('refuses $name', ({ row: [, target, status, code, rest] }) =>
    refuses(target, status, code, rest),
  );

  describe('with a false identity', () => {
    const jwt = new JwtService();
    const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payload = () => JSON.parse(Buffer.from(cookies['anna']?.split('.')[1] ?? '', 'base64url').toString());
    const signed = (options: object, secret = SESSION_SECRET) => {
      const { sub, sid } = payload();
      return jwt.sign(
        { sub, sid },
        { secret, keyid: SINGLE_KID, issuer: SESSION_ISSUER, audience: SESSION_AUDIENCE, expiresIn: 60, ...options },
      );
    };
    const claims = {
      ...{ sub: 'x', role: 'server' as const, nodes: [7] },
      ...{ memberOf: [1], operates: [1], administers: true },
    } satisfies Claims;

    it('is told from a true one', async () => {
      const answer = await send(METRICS, { as: 'nobody', headers: { cookie: `ceex_session=${signed({})}` } });
      expect(answer.status).toBe(200);
    });

    it.each<[string, () => string]>([
      ['nothing', () => ''],
      ['an empty token', () => 'ceex_session='],
      ['no token at all', () => 'ceex_session=hello'],
      ['a token of another secret', () => `ceex_session=${signed({}, 'another-secret-of-32-characters-!')}`],
      ["a token of the engine's secret", () => `ceex_session=${signed({}, ENGINE_SECRET)}`],
      ['an expired token', () => `ceex_session=${signed({ expiresIn: -1 })}`],
      ['a token of another audience', () => `ceex_session=${signed({ audience: CLAIMS_AUDIENCE })}`],
      ['a token of another issuer', () => `ceex_session=${signed({ issuer: `${CLAIMS_ISSUER}!` })}`],
      ['a token of an unknown key', () => `ceex_session=${signed({ keyid: 'other' })}`],
      ['a token of a key that is a path', () => `ceex_session=${signed({ keyid: '../../etc/hostname' }, 'x')}`],
      ['a token of no key', () => `ceex_session=${signed({ keyid: '' })}`],
      ['a token of another algorithm', () => `ceex_session=${signed({ algorithm: 'HS512' })}`],
      [
        'a token without a signature',
        () => `ceex_session=${base64({ alg: 'none', typ: 'JWT' })}.${base64(payload())}.`,
      ],
      [
        'a token with another user in it',
        () => {
          const [head, , signature] = (cookies['anna'] ?? '').split('.');
          return `${head}.${base64({ ...payload(), sub: '00000000-0000-4000-8000-000000000000' })}.${signature}`;
        },
      ],
      ['claims for the engine', () => `ceex_session=${signClaims(claims, ENGINE_SECRET)}`],
      ['claims for the engine, signed as a session', () => `ceex_session=${signClaims(claims, SESSION_SECRET)}`],
      ['an object for a token', () => 'ceex_session=j:{"sub":"x"}'],
    ])('refuses %s', (_, cookie) =>
      refuses(METRICS, 401, 'unauthenticated', { as: 'nobody', headers: { cookie: cookie() } }),
    );

    it.each([
      ['a session token', () => signed({})],
      ["the engine's claims", () => signClaims(claims, ENGINE_SECRET)],
    ])('refuses %s in the Authorization header', (_, token) =>
      refuses(METRICS, 401, 'unauthenticated', { as: 'nobody', headers: { authorization: `Bearer ${token()}` } }),
    );

    it('refuses a refresh token in place of a session', async () => {
      const { refresh } = await bff.signIn('anna');
      const cookie = refresh.replace('ceex_refresh', 'ceex_session');
      await refuses(METRICS, 401, 'unauthenticated', { as: 'nobody', headers: { cookie } });
    });

    it('refuses the replay of a session that was signed out', async () => {
      const { session, refresh } = await bff.signIn('anna');
      const headers = { ...SAME_ORIGIN, cookie: `${session}; ${refresh}` };
      expect((await send('/api/auth/logout', { method: 'POST', as: 'nobody', headers })).status).toBe(204);
      await refuses(METRICS, 401, 'unauthenticated', { as: 'nobody', headers: { cookie: session } });
    });

    it('refuses a node from the moment it is taken away', async () => {
      const { session } = await bff.signIn('ben');
      const target = `${E}/node/9`;
      expect((await send(target, { as: 'nobody', headers: { cookie: session } })).status).toBe(200);
      bff.engine.reset();
      await bff.dataSource.query('DELETE FROM user_node WHERE node_id = 9');
      await refuses(target, 403, 'forbidden', { as: 'nobody', headers: { cookie: session } });
    });
  });

  it.each([
    ['a line break inside a header', 'x-note: a\rb'],
    ['a header without a colon', 'x-role server'],
    ['a header name with a space', 'x role: server'],
  ])('refuses %s', async (_, line) => {
    const head = `GET ${METRICS} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncookie: ${cookies['anna']}\r\n${line}\r\n\r\n`;
    expect((await rawRequest(bff.port, head)).status).toBe(400);
    expect(bff.engine.received).toEqual([]);
  });
});
