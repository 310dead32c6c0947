import { Controller, Get, Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger as PinoLogger } from 'nestjs-pino';
import request from 'supertest';
import { startTestServer } from '../testing';
import { loggerModule } from './logger-module';

@Controller()
class Talker {
  @Get('talk')
  talk(): string {
    new Logger('Talker').log({ password: 'hunter2', user: { token: 'hunter2' }, msg: 'signed in' });
    return 'ok';
  }

  @Get('health/live')
  live(): string {
    return 'ok';
  }
}

describe('logs', () => {
  let app: NestExpressApplication;
  const lines: string[] = [];

  beforeAll(async () => {
    app = await startTestServer(
      {
        imports: [
          loggerModule({ name: 'test', level: 'info', destination: { write: (line: string) => lines.push(line) } }),
        ],
        controllers: [Talker],
      },
      { trustRequestId: true },
    );
    app.useLogger(app.get(PinoLogger));
  });
  afterAll(() => app.close());
  beforeEach(() => lines.splice(0));

  it('carry the request id, and no secret, header or query string', async () => {
    await request(app.getHttpServer())
      .get('/talk?key=hunter2')
      .set('x-request-id', 'from-the-bff-1')
      .set({ cookie: 'ceex_session=hunter2', authorization: 'Bearer hunter2' })
      .expect(200);
    const entries = lines.map((line) => JSON.parse(line));
    expect(entries).toHaveLength(2);
    for (const entry of entries) expect(entry.req).toEqual({ id: 'from-the-bff-1', method: 'GET', path: '/talk' });
    expect(entries[1].res).toEqual({ status: 200 });
    expect(lines.join()).toContain('[redacted]');
    expect(lines.join()).not.toContain('hunter2');
  });

  it('make an id of their own for an implausible one', async () => {
    const answer = await request(app.getHttpServer()).get('/talk').set('x-request-id', '" } injected');
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('skip health checks', async () => {
    await request(app.getHttpServer()).get('/health/live').expect(200);
    expect(lines).toEqual([]);
  });
});
