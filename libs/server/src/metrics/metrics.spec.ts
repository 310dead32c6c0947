import { Controller, Get, Res } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import request from 'supertest';
import { keptName, monitoredMetrics, startTestServer } from '../testing';
import { observeRequests } from './http-metrics';
import { startMetrics } from './metrics-server';
import './pool-metrics';
import { metrics } from './registry';

/** Shown by others: Prometheus itself, the host's node_exporter, and backup-age.sh. */
const ELSEWHERE = [
  'node_filesystem_avail_bytes',
  'node_filesystem_size_bytes',
  'ceex_backup_last_success_timestamp_seconds',
];

@Controller()
class Things {
  @Get('thing/:id')
  thing(): string {
    return 'ok';
  }

  @Get('events')
  events(@Res() response: Response): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end();
  }
}

describe('metrics', () => {
  let app: NestExpressApplication;
  let server: Awaited<ReturnType<typeof startMetrics>>;
  let works = true;

  beforeAll(async () => {
    app = await startTestServer({ controllers: [Things] });
    observeRequests(app.getHttpServer());
    const collect = async () => {
      if (!works) throw new Error('the database is away');
    };
    server = await startMetrics({ port: 0, host: '127.0.0.1', collect });
  });
  afterAll(async () => {
    await server.close();
    await app.close();
  });

  const show = (path = '/metrics') => fetch(`http://127.0.0.1:${server.port}${path}`);

  it('count requests by route, method and status, and never by what was asked for', async () => {
    await request(app.getHttpServer()).get('/thing/4711?key=hunter2').expect(200);
    await request(app.getHttpServer()).get('/nothing/4711').expect(404);
    await request(app.getHttpServer()).get('/events').expect(200);
    const text = await (await show()).text();
    expect(text).toContain('ceex_http_request_duration_seconds_count{method="GET",route="/thing/:id",status="200"} 1');
    expect(text).toContain('ceex_http_request_duration_seconds_count{method="GET",route="other",status="404"} 1');
    expect(text).not.toMatch(/4711|hunter2|events/);
    expect(text).toContain('process_cpu_seconds_total');
  });

  it('are shown at their own port and address alone', async () => {
    await request(app.getHttpServer()).get('/metrics').expect(404);
    expect((await show('/')).status).toBe(404);
  });

  it('are shown also while some cannot be looked up', async () => {
    works = false;
    const answer = await show();
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('ceex_collect_errors_total 1');
  });

  it('that dashboard and alerts ask for are there', () => {
    const own = /^ceex_(engine|bff)_/;
    const asked = monitoredMetrics().filter((name) => !own.test(name) && !ELSEWHERE.includes(name));
    expect(asked.length).toBeGreaterThan(5);
    const kept = (name: string) => metrics.getSingleMetric(name) ?? metrics.getSingleMetric(keptName(name));
    expect(asked.filter((name) => !kept(name))).toEqual([]);
  });
});
