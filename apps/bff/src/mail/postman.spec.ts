import { createTestDatabase, type TestDatabase } from '@ceex/server/testing';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BffConfig } from '../config/bff-config';
import { bffDatabase } from '../database/bff-database';
import { SmtpServer } from '../testing/smtp-server';
import { LetterRow } from './letter.entity';
import type { Letter } from './letters';
import { MAX_ATTEMPTS } from './next-attempt';
import { Outbox } from './outbox';
import { Postman } from './postman';
import { KEPT_DAYS, LEASE_MS, Queue } from './queue';
import { SmtpCarrier } from './smtp-carrier';
import { WriteLetter } from './write-letter';

const NOW = new Date('2026-05-01T12:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CONFIG = { PUBLIC_URL: 'http://localhost:3000', PRODUCT_NAME: 'CEEX', MAIL_TIME_ZONE: 'UTC' } as BffConfig;

describe('the postman', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let outbox: Outbox;
  let queue: Queue;
  let server: SmtpServer;
  let port: number;
  const logged: unknown[] = [];
  const log = (...line: unknown[]) => void logged.push(line);

  const reset = (to: string): Letter => ({
    to,
    language: 'en',
    kind: 'reset-password',
    data: { link: 'http://localhost:3000/reset-password#secret-token', minutes: 30 },
    expiresAt: later(DAY_MS),
  });
  const put = (letter: Letter) => outbox.put(dataSource.manager, letter, NOW);
  const carrier = (stepMs?: number) =>
    new SmtpCarrier(
      { transport: 'smtp', host: '127.0.0.1', port, tls: 'none', from: { name: 'CEEX', address: 'ceex@example.org' } },
      stepMs,
    );
  const postman = (by = carrier()) => new Postman(outbox, queue, new WriteLetter(CONFIG), by);
  const at = (when: Date, by = postman()) => by.deliver(() => when);
  const letters = () => dataSource.getRepository(LetterRow).find({ order: { id: 'ASC' } });

  beforeAll(async () => {
    Logger.overrideLogger({ log, warn: log, error: log });
    database = await createTestDatabase();
    dataSource = await new DataSource(bffDatabase(database.url)).initialize();
    await dataSource.runMigrations();
    outbox = new Outbox(dataSource, CONFIG);
    queue = new Queue(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(async () => {
    server = new SmtpServer();
    port = await server.start();
    await dataSource.query('DELETE FROM letter');
  });
  afterEach(() => server.stop());

  it('delivers a letter by SMTP, and wipes what it said', async () => {
    await put(reset('anna@example.org'));
    await at(NOW);
    expect(server.taken).toMatchObject([{ from: 'ceex@example.org', to: 'anna@example.org' }]);
    const data = server.taken[0]?.data ?? '';
    expect(data).toContain('Subject: Set a new password');
    expect(data).toContain('From: CEEX <ceex@example.org>');
    expect(data).toContain('Auto-Submitted: auto-generated');
    expect(data).toContain('/reset-password#secret-token');
    expect(await letters()).toMatchObject([{ state: 'sent', data: null, attempts: 1, error: null, settledAt: NOW }]);
  });

  it('tries again when the server is down, and then sends exactly once', async () => {
    await put(reset('anna@example.org'));
    await server.stop();
    await at(NOW);
    expect(await letters()).toMatchObject([{ state: 'queued', attempts: 1, error: 'unreachable' }]);
    server = new SmtpServer();
    await server.start(port);
    await at(later(10_000));
    expect(server.taken).toHaveLength(0);
    await at(later(60_000));
    await at(later(HOUR_MS));
    expect(server.taken).toHaveLength(1);
    expect(await letters()).toMatchObject([{ state: 'sent', attempts: 2, error: null }]);
  });

  it.each([
    [
      'a recipient whom the server does not know',
      'RCPT',
      '550 <anna@example.org> no such user',
      'failed',
      'recipient-refused',
    ],
    ['a recipient who is to wait (greylisting)', 'RCPT', '450 later', 'queued', 'recipient-refused'],
    ['a sender who may not', 'MAIL', '550 not you', 'queued', 'letter-refused'],
    ['a letter that looks like spam', '.', '554 spam', 'failed', 'letter-refused'],
    ['a full disk', '.', '452 no room', 'queued', 'letter-refused'],
    ['a server that shuts down', 'MAIL', '421 good night', 'queued', expect.any(String)],
  ])('writes down %s', async (_, command, reply, state, error) => {
    server.verdict = (line) => (line.startsWith(command) ? reply : undefined);
    await put(reset('anna@example.org'));
    await put(reset('ben@example.org'));
    await at(NOW);
    expect(server.taken).toHaveLength(0);
    expect(await letters()).toMatchObject([
      { state, error, attempts: 1 },
      { state, error },
    ]);
    // What the server says often repeats the address; the log has the letter's number.
    expect(JSON.stringify(logged.splice(0))).toMatch(/^(?=.*"letterId":"\d+")(?!.*(@|secret-token))/);
  });

  it('does not wait for a server that says nothing', async () => {
    server.verdict = (line) => (line.startsWith('RCPT') ? '' : undefined);
    await put(reset('anna@example.org'));
    await at(NOW, postman(carrier(50)));
    expect(await letters()).toMatchObject([{ state: 'queued', error: 'timeout' }]);
  });

  it('sends each letter once, however many postmen there are', async () => {
    for (let index = 0; index < 30; index += 1) await put(reset(`person-${index}@example.org`));
    await Promise.all([at(NOW), at(NOW), at(NOW)]);
    expect(server.taken.map(({ to }) => to).sort()).toEqual((await letters()).map(({ recipient }) => recipient).sort());
    expect(await letters()).toEqual(expect.not.arrayContaining([expect.objectContaining({ state: 'queued' })]));
  });

  it('neither waits for a letter that somebody else is taking nor takes it too', async () => {
    await put(reset('anna@example.org'));
    await put(reset('ben@example.org'));
    const other = dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query(`SELECT FROM letter WHERE recipient = 'anna@example.org' FOR UPDATE`);
    expect((await queue.claim(NOW))?.recipient).toBe('ben@example.org');
    expect(await queue.claim(NOW)).toBeUndefined();
    await other.rollbackTransaction();
    await other.release();
    expect((await queue.claim(NOW))?.recipient).toBe('anna@example.org');
  });

  it('leaves a letter to who has it, and takes it over once nothing was heard for long', async () => {
    await put(reset('anna@example.org'));
    const lost = await queue.claim(NOW);
    await at(later(LEASE_MS - 1));
    expect(server.taken).toHaveLength(0);
    await at(later(LEASE_MS));
    expect(server.taken).toHaveLength(1);
    // The one before comes back and has its say: too late.
    if (!lost) throw new Error('nothing was claimed');
    await queue.giveUp(lost, 'timeout', later(LEASE_MS));
    expect(await letters()).toMatchObject([{ state: 'sent' }]);
  });

  it('gives up in the end, and keeps what somebody may want to send by hand', async () => {
    await put({ ...reset('anna@example.org'), expiresAt: later(40 * DAY_MS) });
    await server.stop();
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) await at(later(attempt * 2 * HOUR_MS));
    expect(await letters()).toMatchObject([{ state: 'failed', attempts: MAX_ATTEMPTS, error: 'unreachable' }]);
    expect((await letters())[0]?.data).not.toBeNull();
    await at(later(30 * DAY_MS));
    expect(await letters()).toMatchObject([{ attempts: MAX_ATTEMPTS }]);
  });

  it('does not send what came too late: it is seen, and its secret is gone', async () => {
    await put(reset('anna@example.org'));
    await put({ ...reset('ben@example.org'), expiresAt: later(10 * DAY_MS) });
    await server.stop();
    await at(NOW);
    server = new SmtpServer();
    await server.start(port);
    await at(later(DAY_MS));
    expect(server.taken.map(({ to }) => to)).toEqual(['ben@example.org']);
    await queue.sweep(later(DAY_MS));
    expect(await letters()).toMatchObject([{ state: 'expired', data: null, error: 'unreachable' }, { state: 'sent' }]);
    await queue.sweep(later((KEPT_DAYS + 1) * DAY_MS + 1));
    expect(await letters()).toEqual([]);
  });

  it('gives up a letter at which the process died each time', async () => {
    await put(reset('anna@example.org'));
    await dataSource.query('UPDATE letter SET attempts = $1', [MAX_ATTEMPTS]);
    await at(NOW);
    await queue.sweep(NOW);
    expect(server.taken).toHaveLength(0);
    expect(await letters()).toMatchObject([{ state: 'failed', error: 'other' }]);
  });

  it('finishes the letter in hand at the end, and takes up no other', async () => {
    for (const name of ['anna', 'ben', 'carla']) await put(reset(`${name}@example.org`));
    const one = postman();
    let stopped: Promise<void> | undefined;
    server.verdict = (line) => {
      if (line.startsWith('RCPT')) stopped ??= one.beforeApplicationShutdown();
      return undefined;
    };
    await at(NOW, one);
    await stopped;
    expect(server.taken).toHaveLength(1);
    expect((await letters()).map(({ state }) => state).sort()).toEqual(['queued', 'queued', 'sent']);
    await at(NOW, one);
    expect(server.taken).toHaveLength(1);
  });

  it('says the same message id at each delivery, so that a server that got it twice can tell', async () => {
    await put(reset('anna@example.org'));
    await at(NOW);
    await dataSource.query(`UPDATE letter SET state = 'queued', data = $1, due_at = $2`, [reset('').data, NOW]);
    await at(NOW);
    const ids = server.taken.map(({ data }) => /^Message-ID: (.+)$/m.exec(data)?.[1]);
    expect(ids[0]).toMatch(/^<\d+\.\d+@example\.org>$/);
    expect(ids[1]).toBe(ids[0]);
  });
});
