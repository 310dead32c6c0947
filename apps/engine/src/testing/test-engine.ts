import type { Claims, Problem } from '@ceex/contracts';
import { signClaims } from '@ceex/server';
import { createTestDatabase, startTestServer } from '@ceex/server/testing';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { AppModule } from '../app.module';
import { Clock } from '../config/clock';
import { engineConfig } from '../config/engine-config';
import { Database } from '../database/database';
import { migrateDatabase } from '../database/migrate-database';

export const TEST_SECRET = 'a secret of the tests, 32 characters or more';

/** Claims that allow nothing. */
export const NOBODY: Claims = {
  sub: 'nobody',
  role: 'user',
  nodes: [],
  memberOf: [],
  operates: [],
  administers: false,
};
export const SERVER: Claims = { ...NOBODY, sub: 'tool', role: 'server' };

export interface TestEngine {
  readonly app: NestExpressApplication;
  readonly database: Database;
  readonly clock: { nowMs: number };
  /** Sends a request as `claims`; by default as a tool of the server, which may do everything. */
  send(method: 'get' | 'post' | 'put' | 'delete', path: string, claims?: Claims): request.Test;
  /** Reads what must answer 200. */
  get<T>(path: string, claims?: Claims): Promise<T>;
  /** Reads what must be refused. */
  refused(path: string, claims?: Claims): Promise<Problem>;
  stop(): Promise<void>;
}

/** The whole engine over HTTP on a database of its own, with a clock that stands still; `controllers` are added to its own. */
export async function startTestEngine(
  now: string,
  env: Record<string, string> = {},
  controllers: Type[] = [],
): Promise<TestEngine> {
  const testDatabase = await createTestDatabase();
  await migrateDatabase(testDatabase.url);
  const config = engineConfig.parse({
    DATABASE_URL: testDatabase.url,
    ENGINE_TOKEN_SECRET: TEST_SECRET,
    LOG_LEVEL: 'silent',
    CLEARING: 'off',
    ...env,
  });
  const app = await startTestServer(
    { imports: [AppModule.forRoot(config)], controllers },
    { jsonLimitBytes: 1_000_000 },
  );
  const clock = { nowMs: Date.parse(now) };
  app.get(Clock).now = () => clock.nowMs;
  const send: TestEngine['send'] = (method, path, claims = SERVER) =>
    request(app.getHttpServer())
      [method](path)
      .set('Authorization', `Bearer ${signClaims(claims, TEST_SECRET)}`);
  return {
    app,
    database: app.get(Database),
    clock,
    send,
    async get<T>(path: string, claims?: Claims): Promise<T> {
      const { status, body } = await send('get', path, claims);
      if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
      return body as T;
    },
    async refused(path, claims) {
      const { status, body } = await send('get', path, claims);
      if (status < 400) throw new Error(`GET ${path} was not refused: ${status}`);
      return body as Problem;
    },
    async stop() {
      await app.close();
      await testDatabase.drop();
    },
  };
}
