import { readEvents, type RunningProgram } from '@ceex/server/testing';
import { once } from 'node:events';
import { Agent, get, request, type IncomingMessage } from 'node:http';
import { bearer, engineProcesses, type EngineProcesses } from '../testing/engine-processes';
import { readingsCsv } from '../testing/small-community';
import { foundVillage, startWriteSide, type Village, type WriteSide } from '../testing/write-side';

const CSV = readingsCsv('2026-10-20T00:00Z', '2026-10-20T01:00Z');

interface Answer {
  readonly status: number | undefined;
  readonly connection: string | undefined;
  readonly text: string;
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk as string;
  return { status: response.statusCode, connection: response.headers.connection, text };
}

function ask(url: string, agent?: Agent): Promise<Answer> {
  return new Promise((resolve, reject) =>
    get(url, { agent, headers: bearer() }, (response) => answerOf(response).then(resolve, reject)).once(
      'error',
      reject,
    ),
  );
}

/** An import of which half has been sent; `finish` sends the rest. */
async function halfAnImport(engine: RunningProgram, { communityId }: Village) {
  const upload = request(`${engine.url}/community/${communityId}/readings`, {
    method: 'POST',
    headers: { ...bearer(), 'content-type': 'text/csv' },
  });
  const answered = once(upload, 'response').then(([response]: IncomingMessage[]) =>
    answerOf(response as IncomingMessage),
  );
  upload.write(CSV.slice(0, CSV.length / 2));
  await once(upload, 'socket');
  return {
    finish(): Promise<Answer> {
      upload.end(CSV.slice(CSV.length / 2));
      return answered;
    },
  };
}

/** Asks again and again on kept connections, as a proxy does, until it is told that this one is about to end. */
async function askUntilNotReady(engine: RunningProgram, path: string): Promise<{ asked: number; failed: unknown[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const failed: unknown[] = [];
  let asked = 0;
  for (let isReady = true; isReady;) {
    for (const url of [engine.url + path, `${engine.url}/health/ready`]) {
      asked++;
      const { status } = await ask(url, agent).catch((error: unknown) => ({ status: error }));
      if (url.endsWith('ready')) isReady = status === 200;
      else if (status !== 200) failed.push(status);
    }
  }
  agent.destroy();
  return { asked, failed };
}

describe('an engine that is told to end', () => {
  let side: WriteSide;
  let village: Village;
  let engines: EngineProcesses;

  beforeAll(async () => {
    side = await startWriteSide();
    village = await foundVillage(side);
    engines = await engineProcesses(side.url);
  });
  afterAll(async () => {
    await engines.stop();
    await side.stop();
  });

  it('is not ready any more, serves on, finishes what it has begun, and exits with 0', async () => {
    const engine = await engines.start({ SHUTDOWN_DRAIN_MS: '1500' });
    const community = `/community/${village.communityId}`;
    const load = Array.from({ length: 8 }, () => askUntilNotReady(engine, community));
    const upload = await halfAnImport(engine, village);
    const events = await readEvents(`${engine.url}${community}/events`, bearer());
    engine.signal('SIGTERM');
    await engine.logged('SIGTERM: ending');

    const ready = await ask(`${engine.url}/health/ready`);
    expect(ready).toMatchObject({ status: 503, connection: 'close' });
    expect(JSON.parse(ready.text)).toMatchObject({ error: { shutdown: { status: 'down' } } });
    expect(await ask(`${engine.url}/health/live`)).toMatchObject({ status: 200 });
    // Whoever comes still is served, and told not to keep the connection.
    expect(await ask(engine.url + community)).toMatchObject({ status: 200, connection: 'close' });

    // The end of the stream is that of the drain: no connection is taken any more, but the import is not cut off.
    await events.text();
    await expect(ask(engine.url + community)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const imported = await upload.finish();
    expect(imported.status).toBe(200);
    expect(JSON.parse(imported.text)).toMatchObject({ inserted: 16 });
    expect(await engine.ended).toBe(0);

    const loads = await Promise.all(load);
    expect(loads.flatMap(({ failed }) => failed)).toEqual([]);
    expect(loads.reduce((sum, { asked }) => sum + asked, 0)).toBeGreaterThan(16);
  });

  it('cuts off what does not end in time, and stores nothing of it', async () => {
    const engine = await engines.start({ SHUTDOWN_DRAIN_MS: '0', SHUTDOWN_TIMEOUT_MS: '300' });
    const [before] = await side.rows<{ count: number }>('SELECT count(*) FROM reading');
    const upload = await halfAnImport(engine, village);
    // The request has been seen: an answer to a later one has come.
    await ask(`${engine.url}/health/live`);
    engine.signal('SIGTERM');
    expect(await engine.ended).toBe(0);
    await expect(upload.finish()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await side.rows('SELECT count(*) FROM reading')).toEqual([before]);
  });

  it('ends at once at the second signal', async () => {
    const engine = await engines.start({ SHUTDOWN_DRAIN_MS: '60000' });
    engine.signal('SIGTERM');
    await engine.logged('SIGTERM: ending');
    engine.signal('SIGTERM');
    expect(await engine.ended).toBe(143);
  });
});
