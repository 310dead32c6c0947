import { Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter } from 'prom-client';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { metrics } from './registry';

/** Brings figures up to date that are looked up rather than counted. */
export type Collect = () => Promise<void>;

const collectErrors = new Counter({
  name: 'ceex_collect_errors_total',
  help: 'How often figures could not be looked up; those shown are old then',
  registers: [metrics],
});

export interface MetricsOptions {
  readonly port: number;
  readonly host: string;
  readonly collect?: Collect;
}

/** Shows the figures at `/metrics`, on a port of its own: it is for those who operate the server, not for the internet. */
export async function startMetrics(
  options: MetricsOptions,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  if (!metrics.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics({ register: metrics });
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void exposition(options.collect).then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listening(server, options);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The figures that are at hand are shown also where others cannot be looked up: just then somebody wants to see them. */
async function exposition(collect: Collect | undefined): Promise<string> {
  await collect?.().catch((error: unknown) => {
    collectErrors.inc();
    new Logger('Metrics').error(error);
  });
  return metrics.metrics();
}

async function listening(server: Server, { port, host }: MetricsOptions): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}
