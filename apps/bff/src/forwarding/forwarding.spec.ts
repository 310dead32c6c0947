import { engineRoutes, type Method, type Route } from '@ceex/contracts';
import { readClaims } from '@ceex/server';
import { once } from 'node:events';
import { get } from 'node:http';
import { type BffUnderTest, ENGINE_SECRET, SAME_ORIGIN, startBff } from '../testing/bff-under-test';
import { ALLOW_LIST, type ForwardingRule } from './allow-list';
import { WRITE_AUDITS } from './write-audits';
import { OPENS_AFTER, TRIES_AGAIN_AFTER_MS } from './engine-circuit';

const STRATEGY = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: 100_000,
  highestPayMicroPerKwh: null,
  flexibilityMicroPerKwh: null,
};
const TARIFF = {
  validFrom: '2027-01-01',
  retailMicroPerKwh: 150_000,
  gridUsageMicroPerKwh: 90_000,
  leviesMicroPerKwh: 30_000,
  feedInMicroPerKwh: 80_000,
  discountSameLevel: 4_000,
  discountAcrossTransformer: 2_000,
  vat: 810,
};
const PV_SYSTEM = {
  name: 'Dach',
  peakPowerW: 9_900,
  tiltDeg: 30,
  azimuthDeg: 180,
  commissionedOn: '2024-05-01',
  kind: 'pv-system',
};
const BATTERY = { name: 'Keller', capacityWh: 10_000, powerW: 5_000, kind: 'battery' };
const PERIOD = { start: '2026-01-01T00:00:00Z', end: '2026-01-02T00:00:00Z' };
const CSV = 'node,start,importKwh,exportKwh\nH1,2026-01-01T00:00:00Z,0.1,0\n';

interface Sample {
  readonly as: 'anna' | 'otto';
  /** What the browser asks for, below `/api/engine`. */
  readonly asked: string;
  /** What must reach the engine, where it is not the same: defaults filled in, values written anew. */
  readonly got?: string;
  readonly body?: object | string;
}

/** One honest request for each row of the allow-list. */
const SAMPLES: readonly (readonly [keyof typeof engineRoutes, Sample])[] = [
  ['getNodeProfile', { as: 'anna', asked: '/node/7' }],
  ['getNodeMetrics', { as: 'anna', asked: '/node/7/metrics?startDate=2026-01-01&endDate=2026-01-02&resolution=hour' }],
  ['getNodeHeatMap', { as: 'anna', asked: '/node/7/heat-map?startDate=2026-01-01&endDate=2026-12-31' }],
  ['getNodeTrades', { as: 'anna', asked: '/node/7/trades', got: '/node/7/trades?limit=50' }],
  [
    'getNodeNeighbours',
    {
      as: 'anna',
      asked: '/node/7/neighbours?endDate=2026-01-02&startDate=2026-01-01',
      got: '/node/7/neighbours?startDate=2026-01-01&endDate=2026-01-02&limit=10',
    },
  ],
  ['getNodeNow', { as: 'anna', asked: '/node/7/now' }],
  ['getNodeStrategy', { as: 'anna', asked: '/node/7/strategy' }],
  ['putNodeLabel', { as: 'anna', asked: '/node/7/label', body: { label: 'Garden 7' } }],
  ['putNodeStrategy', { as: 'anna', asked: '/node/7/strategy', body: STRATEGY }],
  [
    'getNodeReplay',
    {
      as: 'anna',
      asked: '/node/7/replay?kind=never-lose&highestPayMicroPerKwh=0&endDate=2026-01-02&startDate=2026-01-01',
      got: '/node/7/replay?startDate=2026-01-01&endDate=2026-01-02&kind=never-lose&highestPayMicroPerKwh=0',
    },
  ],
  ['getNodePlants', { as: 'anna', asked: '/node/7/plants' }],
  ['addPlant', { as: 'anna', asked: '/node/7/plants', body: BATTERY }],
  ['putPlant', { as: 'anna', asked: '/node/7/plants/3', body: PV_SYSTEM }],
  ['removePlant', { as: 'anna', asked: '/node/7/plants/3' }],
  ['getNodeProduction', { as: 'anna', asked: '/node/7/plants/day?day=2026-06-01' }],
  [
    'previewPlant',
    {
      as: 'anna',
      asked: '/node/7/plants/preview?azimuthDeg=180&tiltDeg=030&peakPowerW=9900',
      got: '/node/7/plants/preview?peakPowerW=9900&tiltDeg=30&azimuthDeg=180',
    },
  ],
  ['getNodeForecast', { as: 'anna', asked: '/node/7/forecast' }],
  ['getMarket', { as: 'anna', asked: '/community/1/market' }],
  ['getCommunityEvents', { as: 'anna', asked: '/community/1/events?after=42' }],
  ['getCommunityFlows', { as: 'anna', asked: '/community/1/flows?startDate=2026-01-01&endDate=2026-01-01' }],
  ['getCommunityHistory', { as: 'anna', asked: '/community/1/history?startDate=2026-01-01&endDate=2026-01-31' }],
  ['getCommunity', { as: 'anna', asked: '/community/1' }],
  ['getGrid', { as: 'otto', asked: '/community/1/grid' }],
  [
    'getCommunitySummary',
    {
      as: 'otto',
      asked: '/community/1/summary?endDate=2026-01-02T00:00:00%2B01:00&startDate=2026-01-01',
      got: '/community/1/summary?startDate=2026-01-01&endDate=2026-01-02T00%3A00%3A00%2B01%3A00',
    },
  ],
  ['getClearings', { as: 'otto', asked: '/community/1/clearings?limit=007', got: '/community/1/clearings?limit=7' }],
  ['clearAgain', { as: 'otto', asked: '/community/1/clearings', body: PERIOD }],
  [
    'importReadings',
    { as: 'otto', asked: '/community/1/readings', got: '/community/1/readings?quality=measured', body: CSV },
  ],
  ['putTariff', { as: 'otto', asked: '/community/1/tariff', body: TARIFF }],
];

const CLAIMS = {
  anna: { role: 'user', nodes: [7], memberOf: [1], operates: [], administers: false },
  otto: { role: 'user', nodes: [], memberOf: [], operates: [1], administers: false },
} as const;

/** Headers with which a client might try to be somebody else; none may reach the engine as it is. */
const SMUGGLED = {
  authorization: 'Bearer forged',
  'x-request-id': 'made-by-the-client',
  'x-forwarded-for': '10.0.0.1',
  'x-forwarded-host': 'evil.example',
  'x-user-id': 'admin',
  accept: 'text/evil',
  te: 'trailers',
};

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const ruleOf = (route: object) => ALLOW_LIST.find((rule) => rule.route === route) as ForwardingRule;

describe('the allow-list', () => {
  let bff: BffUnderTest;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    bff = await startBff();
    for (const name of ['anna', 'otto'] as const) cookies[name] = (await bff.signIn(name)).session;
  });
  afterAll(() => bff.stop());
  beforeEach(() => bff.engine.reset());
  afterEach(() => jest.restoreAllMocks());

  const ask = (method: Method, { as, asked, body }: Sample) => {
    const call = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;
    const sent = bff
      .http()
      [call[method]](`/api/engine${asked}`)
      .set('cookie', cookies[as] ?? '')
      .set(SAME_ORIGIN)
      .set(SMUGGLED);
    return typeof body === 'string' ? sent.set('content-type', 'text/csv').send(body) : sent.send(body);
  };

  it('has a sample for each of its rows, and lacks only what browsers have no business with', () => {
    expect(SAMPLES.map(([name]) => nameOf(engineRoutes[name])).sort()).toEqual(
      ALLOW_LIST.map(({ route }) => nameOf(route)).sort(),
    );
    const lacking = Object.keys(engineRoutes).filter(
      (name) => !ALLOW_LIST.some(({ route }) => route === engineRoutes[name as keyof typeof engineRoutes]),
    );
    // The BFF asks these itself: they belong to its own routes, which check more than the engine can know.
    expect(lacking).toEqual(['foundCommunity', 'listCommunities', 'getHouseholds']);
  });

  it('has every write audited', () => {
    const writes = ALLOW_LIST.filter(({ route }) => route.method !== 'GET').map(({ route }) => nameOf(route));
    expect([...WRITE_AUDITS.keys()].map(nameOf).sort()).toEqual(writes.sort());
  });

  it.each(SAMPLES)('forwards %s, in words of its own', async (name, sample) => {
    const { method } = engineRoutes[name];
    const answer = await ask(method, sample).expect(200, { ok: true });
    // Where a write replaces something, that was read before, for the audit log.
    const read = WRITE_AUDITS.get(engineRoutes[name])?.before ? ['GET'] : [];
    expect(bff.engine.received.map((one) => one.method)).toEqual([...read, method]);
    const received = bff.engine.received.at(-1);
    const { authorization, host, connection, ...headers } = received?.headers ?? {};
    expect(received).toMatchObject({ method, url: sample.got ?? sample.asked, complete: true });
    expect(received?.body).toBe(typeof sample.body === 'object' ? JSON.stringify(sample.body) : (sample.body ?? ''));
    expect(readClaims(authorization?.slice('Bearer '.length) ?? '', ENGINE_SECRET)).toEqual({
      ...CLAIMS[sample.as],
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const isStream = name === 'getCommunityEvents';
    expect([`http://${host}`, connection]).toEqual([bff.config.ENGINE_URL, isStream ? 'close' : 'keep-alive']);
    delete headers['transfer-encoding'];
    delete headers['content-length'];
    expect(headers).toEqual({
      accept: isStream ? 'text/event-stream' : 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'ceex-bff',
      'x-request-id': answer.headers['x-request-id'],
      ...(sample.body && { 'content-type': typeof sample.body === 'string' ? 'text/csv' : 'application/json' }),
    });
    expect(answer.headers['x-request-id']).not.toBe(SMUGGLED['x-request-id']);
    expect(answer.headers['cache-control']).toMatch(/^no-store(, no-transform)?$/);
  });

  it('tells the engine a pseudonym, not the id or address of the user', async () => {
    await ask('GET', { as: 'anna', asked: '/node/7' });
    const me = await bff
      .http()
      .get('/api/auth/me')
      .set('cookie', cookies['anna'] ?? '');
    const token = bff.engine.received[0]?.headers.authorization?.split('.')[1] ?? '';
    const claims = Buffer.from(token, 'base64url').toString();
    expect(claims).not.toContain(me.body.userId);
    expect(claims).not.toContain('anna');
  });

  it("passes the engine's problems on, and none of its other headers", async () => {
    bff.engine.answer = (_, response) =>
      response
        .writeHead(422, {
          'content-type': 'application/problem+json',
          'set-cookie': 'a=b',
          'x-inner': '1',
          'retry-after': '9',
        })
        .end('{"status":422,"code":"no-tariff"}');
    const answer = await ask('GET', { as: 'anna', asked: '/node/7' }).expect(422);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json', 'retry-after': '9' });
    expect(JSON.parse(answer.text)).toEqual({ status: 422, code: 'no-tariff' });
    expect(Object.keys(answer.headers)).not.toEqual(expect.arrayContaining(['x-inner']));
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['redirects', 302],
    ['refuses our own token', 401],
  ])('answers 502 when the engine %s', async (_, status) => {
    bff.engine.answer = (_request, response) => response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
    const answer = await ask('GET', { as: 'anna', asked: '/node/7' }).expect(502);
    expect(answer.body.code).toBe('upstream-unavailable');
    expect(bff.engine.received).toHaveLength(1);
  });

  it('answers 502 when the engine hangs up', async () => {
    bff.engine.answer = (request) => request.socket.destroy();
    const answer = await ask('GET', { as: 'anna', asked: '/node/7' }).expect(502);
    expect(answer.body.code).toBe('upstream-unavailable');
  });

  it('reads once more over a new connection when the engine closes a kept one, but never writes twice', async () => {
    const closeOnce = () => {
      let closed = false;
      bff.engine.answer = (request, response) => {
        if (closed) return response.setHeader('content-type', 'application/json').end('{"ok":true}');
        closed = true;
        return request.socket.destroy();
      };
    };
    await ask('GET', { as: 'anna', asked: '/node/7' }).expect(200);
    closeOnce();
    await ask('GET', { as: 'anna', asked: '/node/7' }).expect(200);
    closeOnce();
    await ask('POST', { as: 'anna', asked: '/node/7/plants', body: BATTERY }).expect(502);
  });

  it('answers 504 when the engine takes too long', async () => {
    jest.replaceProperty(ruleOf(engineRoutes.getNodeProfile), 'timeoutMs', 20);
    bff.engine.answer = () => undefined;
    const answer = await ask('GET', { as: 'anna', asked: '/node/7' }).expect(504);
    expect(answer.body.code).toBe('upstream-timeout');
    expect(answer.headers['retry-after']).toBe('2');
  });

  it('answers 504 when the engine takes too long to write', async () => {
    const late = new AbortController();
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    bff.engine.answer = () => late.abort();
    await ask('POST', { as: 'anna', asked: '/node/7/plants', body: BATTERY }).expect(504);
    expect(timeout).toHaveBeenCalledWith(10_000);
  });

  it('hangs up on the engine when the client is gone', async () => {
    const left = new Promise<void>((resolve) => {
      bff.engine.answer = (request, response) => {
        response.once('close', resolve);
        client.destroy();
        expect(request.url).toBe('/node/7');
      };
    });
    const client = get({ port: bff.port, path: '/api/engine/node/7', headers: { cookie: cookies['anna'] } });
    client.on('error', () => undefined);
    await left;
  });

  it('breaks off a CSV body of unknown length that grows too large, before the engine has all of it', async () => {
    jest.replaceProperty(ruleOf(engineRoutes.importReadings), 'maxBodyBytes', 1_000);
    const sent = bff
      .http()
      .post('/api/engine/community/1/readings')
      .set('cookie', cookies['otto'] ?? '')
      .set({ ...SAME_ORIGIN, 'content-type': 'text/csv', 'transfer-encoding': 'chunked' });
    sent.write('x'.repeat(900));
    sent.write('y'.repeat(900));
    const answer = await sent.expect(413);
    expect(answer.body.code).toBe('payload-too-large');
    expect(bff.engine.received.filter(({ complete }) => complete)).toEqual([]);
  });

  it('streams a large answer through', async () => {
    const large = JSON.stringify({ points: 'p'.repeat(2_000_000) });
    bff.engine.answer = (_, response) => response.setHeader('content-type', 'application/json').end(large);
    const answer = await ask('GET', { as: 'anna', asked: '/node/7' }).expect(200);
    expect(answer.text).toHaveLength(large.length);
    expect(answer.headers['content-encoding']).toBe('gzip');
  });

  it('answers 502 when the engine dies before the first piece of an answer is out', async () => {
    bff.engine.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' });
      response.write('half', () => response.destroy());
    };
    await ask('GET', { as: 'anna', asked: '/node/7' }).expect(502);
    expect(bff.engine.received).toHaveLength(1);
  });

  it.each([
    ['says so beforehand', { 'content-length': '300' }],
    ['does not say so', { 'transfer-encoding': 'chunked' }],
  ])('breaks off an answer that is too long where the engine %s', async (_, headers) => {
    jest.replaceProperty(ruleOf(engineRoutes.getNodeProfile), 'maxAnswerBytes', 200);
    bff.engine.answer = (_request, response) => response.writeHead(200, headers).end('x'.repeat(300));
    const answer = await ask('GET', { as: 'anna', asked: '/node/7' }).expect(502);
    expect(answer.body.code).toBe('upstream-unavailable');
  });

  it('asks a busy engine once more, and passes on that it is still busy, or for longer', async () => {
    const busy = (retryAfter: string, times: number) => {
      let left = times;
      bff.engine.reset();
      bff.engine.answer = (_, response) => {
        if (left-- <= 0) return response.setHeader('content-type', 'application/json').end('{}');
        return response.writeHead(503, { 'retry-after': retryAfter }).end();
      };
    };
    busy('0', 1);
    await ask('GET', { as: 'anna', asked: '/node/7' }).expect(200);
    busy('0', 2);
    await ask('GET', { as: 'anna', asked: '/node/7' }).expect(503).expect('retry-after', '0');
    expect(bff.engine.received).toHaveLength(2);
    busy('30', 1);
    await ask('GET', { as: 'anna', asked: '/node/7' }).expect(503).expect('retry-after', '30');
    busy('0', 1);
    await ask('POST', { as: 'anna', asked: '/node/7/plants', body: BATTERY }).expect(503);
    expect(bff.engine.received).toHaveLength(1);
  });

  it('stops asking an engine that does not answer, and lets one call try whether it is back', async () => {
    const now = jest.spyOn(Date, 'now');
    bff.engine.answer = (request) => request.socket.destroy();
    for (let failed = 0; failed < OPENS_AFTER; failed++) await ask('GET', { as: 'anna', asked: '/node/7' }).expect(502);
    bff.engine.reset();
    const refused = await ask('GET', { as: 'anna', asked: '/node/7' }).expect(502);
    expect(refused.headers).toMatchObject({ 'retry-after': '2', 'content-type': 'application/problem+json' });
    await ask('POST', { as: 'anna', asked: '/node/7/plants', body: BATTERY }).expect(502);
    expect(bff.engine.received).toEqual([]);
    now.mockReturnValue(Date.now() + TRIES_AGAIN_AFTER_MS);
    await ask('GET', { as: 'anna', asked: '/node/7' }).expect(200);
    await ask('POST', { as: 'anna', asked: '/node/7/plants', body: BATTERY }).expect(200);
  });

  it('lets a session ask so often in a minute, and so often at a time', async () => {
    const rule = ruleOf(engineRoutes.getNodeForecast);
    jest.replaceProperty(rule, 'atOnce', 1);
    bff.engine.answer = (request, response) => {
      bff.engine.answer = (_, other) => other.setHeader('content-type', 'application/json').end('{}');
      void ask('GET', { as: 'anna', asked: '/node/7/forecast' }).then(({ status }) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ status }));
        expect(request.url).toBe('/node/7/forecast');
      });
    };
    await ask('GET', { as: 'anna', asked: '/node/7/forecast' }).expect(200, { status: 429 });
    await ask('GET', { as: 'anna', asked: '/node/7/forecast' }).expect(200);
    jest.replaceProperty(rule, 'perMinute', 0);
    const refused = await ask('GET', { as: 'anna', asked: '/node/7/forecast' }).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    await ask('GET', { as: 'anna', asked: '/node/7' }).expect(200);
  });

  it('cuts the line when the engine dies in the middle of an answer', async () => {
    bff.engine.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '4000000' });
      response.write('half'.repeat(500_000), () => response.destroy());
    };
    const client = get({ port: bff.port, path: '/api/engine/node/7', headers: { cookie: cookies['anna'] } });
    const [response] = await once(client, 'response');
    await expect(once(response.resume(), 'end')).rejects.toThrow(/aborted/);
  });
});
