import { engineRoutes } from '@ceex/contracts';
import { ConfigError, loadConfig } from '@ceex/server';
import request from 'supertest';
import { engineConfig } from './config/engine-config';
import { startTestEngine, TEST_SECRET, type TestEngine } from './testing/test-engine';

describe('the engine', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startTestEngine('2026-10-20T12:00:00Z');
  });
  afterAll(() => engine.stop());
  const get = (path: string) => request(engine.app.getHttpServer()).get(path);

  it('is live, and ready once the database has its schema', async () => {
    await get('/health/live').expect(200, { status: 'ok' });
    await get('/health/ready').expect(200);
    await engine.database.pool.query('UPDATE migration SET name = name || $1', ['x']);
    const { status, body } = await get('/health/ready');
    expect(status).toBe(503);
    expect(body).toMatchObject({ details: { database: { status: 'up' }, migrations: { status: 'down' } } });
    await engine.database.pool.query('UPDATE migration SET name = left(name, -1)');
    await get('/health/ready').expect(200);
  });

  it('describes every route of the contracts', async () => {
    const { body } = await get('/openapi.json').expect(200);
    const { paths } = body as { paths: Record<string, Record<string, { operationId: string }>> };
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(engineRoutes).sort());
  });

  it('says nothing of itself in its headers', async () => {
    const { headers } = await get('/health/live');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});

describe('the configuration', () => {
  const env = { DATABASE_URL: 'postgres://engine@localhost/engine', ENGINE_TOKEN_SECRET: TEST_SECRET };

  it('has sound defaults for all that is no secret', () => {
    expect(loadConfig(engineConfig, env)).toEqual({
      ...env,
      ENGINE_PORT: 3001,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      METRICS_HOST: '127.0.0.1',
      OTEL_TRACES_SAMPLER_ARG: 0.1,
      SHUTDOWN_DRAIN_MS: 200,
      SHUTDOWN_TIMEOUT_MS: 8_000,
      CLEARING: true,
      SIMULATED_METERS: false,
      IMPORT_MAX_BYTES: 268_435_456,
      REPLAY_THREADS: 'auto',
      REPLAY_MEMORY_BYTES: 268_435_456,
    });
  });

  it.each([
    ['DATABASE_URL', { DATABASE_URL: undefined }],
    ['ENGINE_TOKEN_SECRET', { ENGINE_TOKEN_SECRET: 'short' }],
    ['CLEARING', { CLEARING: 'yes' }],
    ['ENGINE_PORT', { ENGINE_PORT: 'http' }],
  ])('names %s where it is wrong', (name, wrong) => {
    expect(() => loadConfig(engineConfig, { ...env, ...wrong })).toThrow(ConfigError);
    expect(() => loadConfig(engineConfig, { ...env, ...wrong })).toThrow(name);
  });
});
