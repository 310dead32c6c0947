import {
  buildProgram,
  type BuiltProgram,
  createTestDatabase,
  type RunningProgram,
  type TestDatabase,
} from '@ceex/server/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_SECRET, PASSWORD, SECOND_FACTOR_KEY, SESSION_SECRET } from '../testing/bff-under-test';
import { startTraceReceiver } from '../testing/trace-receiver';

const SERVER = 2;
const CLIENT = 3;
const traceId = (digit: string): string => digit.repeat(32);
/** A browser that says that its requests are not to be traced: not for it to decide. */
const unsampled = (trace: string): string => `00-${trace}-${'b'.repeat(16)}-00`;

jest.setTimeout(120_000);

describe('traces', () => {
  let databases: TestDatabase[];
  let programs: BuiltProgram[];
  let running: RunningProgram[];
  let collector: Awaited<ReturnType<typeof startTraceReceiver>>;
  let cookie: string;

  beforeAll(async () => {
    collector = await startTraceReceiver();
    databases = [await createTestDatabase(), await createTestDatabase()];
    programs = [await buildProgram('engine'), await buildProgram('bff')];
    const [engineProgram, bffProgram] = programs as [BuiltProgram, BuiltProgram];
    const [engineUrl, bffUrl] = databases.map(({ url }) => url) as [string, string];
    const shared = {
      ENGINE_TOKEN_SECRET: ENGINE_SECRET,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER_ARG: '1',
    };
    const engineEnv = { ...shared, DATABASE_URL: engineUrl, ENGINE_PORT: '0', CLEARING: 'off' };
    await engineProgram.run('migrate', engineEnv);
    const engine = await engineProgram.start(engineEnv);
    const bffEnv = {
      ...shared,
      ...{ DATABASE_URL: bffUrl, ENGINE_URL: engine.url, PORT: '0', SESSION_SECRET, SECOND_FACTOR_KEY },
      ...{ MAIL_TRANSPORT: 'folder', MAIL_FOLDER: bffProgram.folder },
      ...{ ARGON2_MEMORY_KIB: '8192', ARGON2_TIME: '1' },
    };
    await bffProgram.run('migrate', bffEnv);
    const anna = { email: 'anna@example.org', password: PASSWORD, language: 'en', operates: [], administers: false };
    const users = [{ ...anna, nodes: [{ nodeId: 7, communityId: 1 }] }];
    await bffProgram.run('provision', bffEnv, JSON.stringify({ users }));
    running = [engine, await bffProgram.start(bffEnv)];
    const signedIn = await ask('/api/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: unsampled(traceId('c')) },
      body: JSON.stringify({ email: anna.email, password: PASSWORD }),
    });
    cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  });
  afterAll(async () => {
    for (const program of running) program.signal('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    collector.stop();
    for (const program of programs) await program.remove();
    for (const database of databases) await database.drop();
  });

  const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${running[1]?.url}${path}`, init);

  it('lead from a browser’s request through BFF and engine to the SQL, and keep to themselves what is private', async () => {
    const told = await ask('/api/engine/node/7/now', {
      headers: { cookie, traceparent: unsampled(traceId('a')), tracestate: 'stranger=1' },
    });
    expect(told.status).toBe(404);
    const forged = await ask('/api/engine/node/7/now?x=secret', {
      headers: { cookie, traceparent: `01-${traceId('f')}-${'b'.repeat(16)}-01-more` },
    });
    expect(forged.status).toBe(400);
    await ask('/reset?token=secret', { headers: { cookie } });
    for (const program of [...running].reverse()) {
      program.signal('SIGTERM');
      expect(await program.ended).toBe(0);
    }

    const spans = collector.spans.filter((span) => span.traceId === traceId('a'));
    const one = (service: string, kind: number, isSql = false) =>
      spans.filter(
        ({ attributes, ...span }) =>
          span.service === service && span.kind === kind && 'db.query.text' in attributes === isSql,
      );
    const [incoming] = one('ceex-bff', SERVER);
    const [call] = one('ceex-bff', CLIENT);
    const [served] = one('ceex-engine', SERVER);
    expect(incoming?.parentSpanId).toBe('b'.repeat(16));
    expect(incoming?.name).toBe('GET /api/engine/node/:nodeId/now');
    expect(served?.parentSpanId).toBe(call?.spanId);
    expect(one('ceex-bff', CLIENT, true).length).toBeGreaterThan(0);
    const sql = one('ceex-engine', CLIENT, true);
    expect(sql.map(({ attributes }) => attributes['db.query.text']).join()).toMatch(/\$1/);
    // The request's id leads from the logs to the trace and back.
    const requestId = told.headers.get('x-request-id');
    expect([incoming, served].map((span) => span?.attributes['ceex.request_id'])).toEqual([requestId, requestId]);
    for (const { lines } of running) {
      const line = lines.find((text) => text.includes('request completed') && text.includes(requestId ?? '-'));
      expect(JSON.parse(line ?? '{}')).toMatchObject({ traceId: traceId('a') });
    }

    expect(collector.spans.filter((span) => span.traceId === traceId('f'))).toEqual([]);
    expect(collector.spans.filter((span) => span.traceId === traceId('c')).length).toBeGreaterThan(1);
    const everything = JSON.stringify(collector.spans);
    for (const secret of [
      'secret=',
      '=secret',
      PASSWORD,
      'anna@example.org',
      'stranger',
      'user_agent',
      'client.address',
    ])
      expect([secret, everything.includes(secret)]).toEqual([secret, false]);
  });

  it('cost nothing where they are off: what makes them is loaded on its own', () => {
    for (const { folder } of programs) {
      const loading = readdirSync(folder).filter(
        (file) => file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes('@opentelemetry/'),
      );
      expect(loading).toEqual([expect.stringMatching(/^install-\w+\.js$/)]);
    }
  });
});
