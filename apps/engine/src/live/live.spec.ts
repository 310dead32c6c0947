import type { LiveEvent } from '@ceex/contracts';
import { signClaims } from '@ceex/server';
import { readEvents, type EventReader } from '@ceex/server/testing';
import type { AddressInfo } from 'node:net';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { readingsCsv } from '../testing/small-community';
import { SERVER, startTestEngine, TEST_SECRET, type TestEngine } from '../testing/test-engine';

const at = (time: string) => `2026-10-20T${time}:00Z`;

describe('what happens in a community', () => {
  let engine: TestEngine;
  let mine: SmallCommunity;
  let other: SmallCommunity;
  const readers: EventReader[] = [];

  beforeAll(async () => {
    engine = await startTestEngine(at('12:00'));
    mine = await foundSmallCommunity(engine, 'Mine');
    other = await foundSmallCommunity(engine, 'Other');
    await mine.importAndClear(readingsCsv(at('09:00'), at('09:30')));
  });
  afterEach(() => readers.splice(0).forEach((reader) => reader.close()));
  afterAll(() => engine.stop());

  const open = async ({ communityId }: SmallCommunity, after?: string): Promise<EventReader> => {
    const { port } = engine.app.getHttpServer().address() as AddressInfo;
    const query = after === undefined ? '' : `?after=${after}`;
    const authorization = `Bearer ${signClaims(SERVER, TEST_SECRET)}`;
    const reader = await readEvents(`http://127.0.0.1:${port}/community/${communityId}/events${query}`, {
      authorization,
    });
    readers.push(reader);
    return reader;
  };
  const dataOf = ({ data }: { data?: string } = {}): LiveEvent => JSON.parse(data ?? 'null') as LiveEvent;

  it('is told as it happens, to those who listen to that community', async () => {
    const [first, second, elsewhere] = [await open(mine), await open(mine), await open(other)];
    expect(first.response.status).toBe(200);
    expect(first.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(first.response.headers.get('cache-control')).toContain('no-transform');
    const { id: before } = (await first.next()) ?? {};
    await second.next();
    await elsewhere.next();
    await mine.importAndClear(readingsCsv(at('09:30'), at('10:15')));
    const event = await first.next();
    expect(event?.event).toBe('clearing');
    expect(dataOf(event)).toEqual({ first: at('09:30'), start: at('10:00'), version: 1, intervals: 3 });
    expect(Number(event?.id)).toBeGreaterThan(Number(before));
    expect(await second.next()).toEqual(event);
    await other.importAndClear(readingsCsv(at('09:00'), at('09:15')));
    expect(dataOf(await elsewhere.next())).toMatchObject({ start: at('09:00') });
  });

  it('is told afterwards to those who come back, once and in order', async () => {
    const left = await open(mine);
    const { id } = (await left.next()) ?? {};
    left.close();
    await mine.importAndClear(readingsCsv(at('10:15'), at('10:30')));
    await mine.importAndClear(readingsCsv(at('10:30'), at('10:45')));
    const back = await open(mine, id);
    expect((await back.next())?.id).toBe(id);
    expect(dataOf(await back.next()).start).toBe(at('10:15'));
    const last = await back.next();
    expect(dataOf(last).start).toBe(at('10:30'));
    // From an event on that was never there: nothing is repeated.
    expect((await (await open(mine, '999999999')).next())?.id).toBe(last?.id);
  });

  it('leaves out what lies too far back', async () => {
    const { rows } = await engine.database.pool.query<{ id: number }>(
      `INSERT INTO event (community_id, kind, first_starts_at, last_starts_at, intervals)
       SELECT $1, 'cleared', $2, $2, 1 FROM generate_series(1, 60) RETURNING id`,
      [mine.communityId, at('09:00')],
    );
    const reader = await open(mine, '0');
    expect((await reader.next())?.id).toBe(String((rows[10]?.id ?? 0) - 1));
    expect((await reader.next())?.id).toBe(String(rows[10]?.id));
  });

  it.each(['-1', '1e3', '', '1'.repeat(16), 'x'])('refuses to begin after %j', async (after) => {
    expect((await open(mine, after)).response.status).toBe(400);
  });

  it('ends when the engine does', async () => {
    const stopping = await startTestEngine(at('12:00'));
    const { communityId } = await foundSmallCommunity(stopping);
    const { port } = stopping.app.getHttpServer().address() as AddressInfo;
    const reader = await readEvents(`http://127.0.0.1:${port}/community/${communityId}/events`, {
      authorization: `Bearer ${signClaims(SERVER, TEST_SECRET)}`,
    });
    expect(await reader.next()).toEqual({ id: '0' });
    await stopping.stop();
    expect(await reader.next()).toBeUndefined();
  });
});
