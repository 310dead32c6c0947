import type { LocalLetterText } from '@ceex/contracts';
import { type LoggingOptions, migrate } from '@ceex/server';
import { createTestDatabase } from '@ceex/server/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { type BffConfig, readBffConfig } from '../config/bff-config';
import { bffDatabase } from '../database/bff-database';
import { createBff } from '../http/create-bff';
import { readLocalLetters } from '../mail/local-letters';
import { Postman } from '../mail/postman';
import { Passwords } from '../users/passwords';
import { provisionUsers } from '../users/provision-users';
import { FakeEngine } from './fake-engine';

export const SESSION_SECRET = 'session-secret-for-tests-0123456789';
export const SECOND_FACTOR_KEY = 'second-factor-key-for-tests-0123456';
export const ENGINE_SECRET = 'engine-secret-for-tests-01234567890';
export const PASSWORD = 'correct horse battery';

const USERS = [
  { email: 'anna@example.org', nodes: [{ nodeId: 7, communityId: 1 }], operates: [], administers: false },
  { email: 'ben@example.org', nodes: [{ nodeId: 9, communityId: 2 }], operates: [], administers: false },
  { email: 'otto@example.org', nodes: [], operates: [1], administers: false },
  { email: 'olga@example.org', nodes: [], operates: [2], administers: false },
  { email: 'ada@example.org', nodes: [], operates: [], administers: true },
];

export interface BffUnderTest {
  readonly app: NestExpressApplication;
  readonly engine: FakeEngine;
  readonly dataSource: DataSource;
  readonly config: BffConfig;
  readonly port: number;
  http(): ReturnType<typeof request>;
  /** Signs in and gives the `Cookie` header of the session. */
  signIn(name: 'anna' | 'ben' | 'otto' | 'olga' | 'ada'): Promise<{ session: string; refresh: string }>;
  /** The letters to an address that were put until now, oldest first: all are delivered before it answers. */
  lettersTo(email: string): Promise<LocalLetterText[]>;
  stop(): Promise<void>;
}

/**
 * The real BFF on a real database, before a fake engine, with five users: Anna and Ben have nodes, Otto and Olga operate
 * their communities, Ada administers the server.
 */
export async function startBff(
  env: Record<string, string> = {},
  logs?: LoggingOptions['destination'],
): Promise<BffUnderTest> {
  const database = await createTestDatabase();
  const engine = new FakeEngine();
  const mailFolder = await mkdtemp(join(tmpdir(), 'ceex-mail-'));
  const config = readBffConfig({
    DATABASE_URL: database.url,
    ENGINE_URL: await engine.start(),
    SESSION_SECRET,
    SECOND_FACTOR_KEY,
    ENGINE_TOKEN_SECRET: ENGINE_SECRET,
    LOG_LEVEL: 'silent',
    MAIL_TRANSPORT: 'folder',
    MAIL_FOLDER: mailFolder,
    ARGON2_MEMORY_KIB: '8192',
    ARGON2_TIME: '1',
    SIGN_IN_LIMIT_ADDRESS: '1000',
    SIGN_IN_LIMIT_ACCOUNT: '1000',
    ...env,
  });
  await migrate(bffDatabase(config.DATABASE_URL));
  const app = await createBff(config, logs);
  await app.listen(0, '127.0.0.1');
  const dataSource = app.get(DataSource);
  await provisionUsers(dataSource, app.get(Passwords), {
    users: USERS.map((user) => ({ ...user, password: PASSWORD, language: 'en' as const })),
  });
  const http = () => request(app.getHttpServer());
  return {
    app,
    engine,
    dataSource,
    config,
    port: (app.getHttpServer().address() as AddressInfo).port,
    http,
    async signIn(name) {
      const answer = await http()
        .post('/api/auth/login')
        .send({ email: `${name}@example.org`, password: PASSWORD });
      return cookiesOf(answer);
    },
    async lettersTo(email) {
      await app.get(Postman).deliver();
      const letters = await readLocalLetters(mailFolder);
      return letters.filter(({ to }) => to === email).reverse();
    },
    async stop() {
      await app.close();
      await engine.stop();
      await database.drop();
      await rm(mailFolder, { recursive: true, force: true });
    },
  };
}

/** The cookies that an answer sets, as `name=value`. */
export function cookiesOf(answer: request.Response): { session: string; refresh: string; device: string } {
  const set = (answer.headers['set-cookie'] ?? []) as unknown as string[];
  const named = (name: string) => set.find((cookie) => cookie.startsWith(`${name}=`))?.split(';')[0] ?? '';
  return { session: named('ceex_session'), refresh: named('ceex_refresh'), device: named('ceex_device') };
}

/** What a browser sends with every request of our own pages. */
export const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' } as const;
