import { type EventReader, readEvents } from '@ceex/server/testing';
import type { ServerResponse } from 'node:http';
import { type BffUnderTest, SAME_ORIGIN, startBff } from '../testing/bff-under-test';
import { LiveStreams, MAX_STREAM_MS, MAX_STREAMS_OF_SESSION, RECHECK_MS } from './live-streams';

const EVENTS = '/api/engine/community/1/events';

describe('streams of events', () => {
  let bff: BffUnderTest;
  let cookie: string;
  /** What the engine has open, in the order of the questions. */
  let upstream: ServerResponse[];
  const readers: EventReader[] = [];

  beforeAll(async () => {
    bff = await startBff();
  });
  afterAll(() => bff.stop());
  beforeEach(async () => {
    cookie = (await bff.signIn('anna')).session;
    upstream = [];
    bff.engine.reset();
    bff.engine.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write('id: 5\n\n');
      upstream.push(response);
    };
  });
  afterEach(() => {
    jest.restoreAllMocks();
    readers.splice(0).forEach((reader) => reader.close());
    upstream.forEach((response) => response.end());
  });

  const open = async (headers: Record<string, string> = {}, query = ''): Promise<EventReader> => {
    const url = `http://127.0.0.1:${bff.port}${EVENTS}${query}`;
    const reader = await readEvents(url, { cookie, 'accept-encoding': 'gzip, br', ...headers });
    readers.push(reader);
    return reader;
  };
  const closed = (response?: ServerResponse) => new Promise((resolve) => response?.once('close', resolve));
  /** Timers that the BFF sets for a stream run when the test says so. */
  const holdTimers = () => {
    const held = new Map<number, () => void>();
    for (const name of ['setInterval', 'setTimeout'] as const) {
      const real = globalThis[name] as (run: () => void, ms?: number, ...rest: unknown[]) => NodeJS.Timeout;
      jest.spyOn(globalThis, name).mockImplementation(((run: () => void, ms = 0, ...rest: unknown[]) => {
        if (ms !== RECHECK_MS && ms !== MAX_STREAM_MS) return real(run, ms, ...rest);
        held.set(ms, run);
        return real(() => undefined, 0);
      }) as never);
    }
    return held;
  };

  it('come through at once, as they are', async () => {
    const reader = await open();
    expect(reader.response.status).toBe(200);
    expect(Object.fromEntries(reader.response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(reader.response.headers.has('content-encoding')).toBe(false);
    expect(await reader.next()).toEqual({ id: '5' });
    upstream[0]?.write('id: 6\nevent: clearing\ndata: {}\n\n');
    expect(await reader.next()).toEqual({ id: '6', event: 'clearing', data: '{}' });
    upstream[0]?.end();
    expect(await reader.next()).toBeUndefined();
  });

  it('continue where the browser says that it stopped', async () => {
    await open({ 'last-event-id': '41' }, '?after=7');
    expect(bff.engine.received[0]?.url).toBe('/community/1/events?after=41');
    expect(bff.engine.received[0]?.headers['last-event-id']).toBeUndefined();
  });

  it.each(['x', '-1', '1 OR 1=1', '1'.repeat(16)])('refuse %j as the last event', async (id) => {
    expect((await open({ 'last-event-id': id })).response.status).toBe(400);
    expect(bff.engine.received).toEqual([]);
  });

  it('are shut to others', async () => {
    expect((await open({ cookie: '' })).response.status).toBe(401);
    expect((await open({ cookie: (await bff.signIn('ben')).session })).response.status).toBe(403);
    expect(bff.engine.received).toEqual([]);
  });

  it('hang up on the engine when the browser is gone', async () => {
    const reader = await open();
    const left = closed(upstream[0]);
    reader.close();
    await left;
  });

  it('end soon after the session', async () => {
    const held = holdTimers();
    const reader = await open();
    await reader.next();
    held.get(RECHECK_MS)?.();
    upstream[0]?.write('id: 6\n\n');
    expect(await reader.next()).toEqual({ id: '6' });
    await bff.http().post('/api/auth/logout').set(SAME_ORIGIN).set('cookie', cookie).expect(204);
    const left = closed(upstream[0]);
    held.get(RECHECK_MS)?.();
    expect(await reader.next()).toBeUndefined();
    await left;
  });

  it('end soon after the right to listen is taken away', async () => {
    const held = holdTimers();
    const reader = await open();
    await reader.next();
    const [node] = await bff.dataSource
      .query(`DELETE FROM user_node WHERE node_id = 7 RETURNING *`)
      .then(([rows]) => rows);
    held.get(RECHECK_MS)?.();
    expect(await reader.next()).toBeUndefined();
    await bff.dataSource.query('INSERT INTO user_node VALUES ($1, $2, $3)', [node.user_id, 7, 1]);
  });

  it('end in any case after half an hour', async () => {
    const held = holdTimers();
    const reader = await open();
    await reader.next();
    held.get(MAX_STREAM_MS)?.();
    expect(await reader.next()).toBeUndefined();
  });

  it('are a few a session, and free their place', async () => {
    const streams = [];
    for (let count = 0; count < MAX_STREAMS_OF_SESSION; count++) streams.push(await open());
    const refused = await open();
    expect(refused.response.status).toBe(429);
    expect(refused.response.headers.get('retry-after')).toBe('30');
    expect(await refused.text()).toContain('too-many-requests');
    const left = closed(upstream[0]);
    streams[0]?.close();
    await left;
    expect((await open()).response.status).toBe(200);
  });

  it("pass the engine's refusals on, and a late beginning is a time-out", async () => {
    bff.engine.answer = (_, response) =>
      response.writeHead(404, { 'content-type': 'application/problem+json' }).end('{"status":404,"code":"not-found"}');
    expect((await open()).response.status).toBe(404);
    const late = new AbortController();
    jest.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    bff.engine.answer = () => late.abort();
    expect((await open()).response.status).toBe(504);
  });

  it('end with the program', async () => {
    const reader = await open();
    await reader.next();
    bff.app.get(LiveStreams).beforeApplicationShutdown();
    expect(await reader.next()).toBeUndefined();
  });
});
