import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { startTestServer } from '../testing';
import { HealthModule } from './health-module';

describe('health', () => {
  let app: NestExpressApplication;
  let works = true;

  beforeAll(async () => {
    const probe = async () => {
      if (!works) throw new Error('password authentication failed for user "ceex"');
    };
    app = await startTestServer({
      imports: [HealthModule.forRoot({ path: 'api/health', checks: () => [{ name: 'database', probe }] })],
    });
  });
  afterAll(() => app.close());

  it('is live and ready', async () => {
    await request(app.getHttpServer()).get('/api/health/live').expect(200, { status: 'ok' });
    const ready = await request(app.getHttpServer()).get('/api/health/ready').expect(200);
    expect(ready.body).toMatchObject({ status: 'ok', details: { database: { status: 'up' } } });
  });

  it('is not ready, but live, while something is down, and does not say why', async () => {
    works = false;
    const ready = await request(app.getHttpServer()).get('/api/health/ready').expect(503);
    expect(ready.body).toMatchObject({ status: 'error', details: { database: { status: 'down' } } });
    expect(ready.text).not.toContain('password');
    await request(app.getHttpServer()).get('/api/health/live').expect(200);
  });
});
