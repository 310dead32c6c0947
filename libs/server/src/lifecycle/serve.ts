import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import type { Server } from 'node:http';
import { constants } from 'node:os';
import { setTimeout as after } from 'node:timers/promises';
import type { OperationConfig } from '../config/operation-variables';
import { Readiness } from '../health/readiness';
import { observeRequests } from '../metrics/http-metrics';
import { type Collect, startMetrics } from '../metrics/metrics-server';
import { flushTraces } from '../tracing/trace-link';
import { Connections } from './connections';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** After everything was cut off, so long for what closes itself. */
const LAST_MS = 2_000;

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly operation: OperationConfig;
  /** Brings the figures up to date that are looked up, whenever somebody asks for the metrics. */
  readonly collect?: Collect;
}

/**
 * Listens, until a signal says to end: then `ready` turns false while calls are still served, for as long as proxies
 * need to notice; then no connection is taken any more, requests in flight are finished, streams ended, what the
 * providers have in hand is finished (`beforeApplicationShutdown`), the pools are closed, and the process exits with 0.
 * A second signal ends it at once.
 */
export async function serve(app: NestExpressApplication, options: ServeOptions): Promise<void> {
  const { port, host, operation, collect } = options;
  const { METRICS_PORT, METRICS_HOST } = operation;
  const server = app.getHttpServer() as Server;
  const connections = new Connections(server);
  if (METRICS_PORT !== undefined) observeRequests(server);
  const metrics =
    METRICS_PORT === undefined ? undefined : await startMetrics({ port: METRICS_PORT, host: METRICS_HOST, collect });
  endOnSignal(app, async () => {
    await end(app, connections, operation);
    await metrics?.close();
    await flushTraces();
  });
  await app.listen(port, host);
  app.get(Logger).log(`listens at ${await app.getUrl()}`);
}

async function end(app: NestExpressApplication, connections: Connections, operation: OperationConfig): Promise<void> {
  app.get(Readiness, { strict: false }).end();
  connections.windDown();
  await after(operation.SHUTDOWN_DRAIN_MS);
  setTimeout(() => process.exit(1), operation.SHUTDOWN_TIMEOUT_MS + LAST_MS).unref();
  // Both at once: streams end in `app.close()`, which closes the pools only when the last connection has gone.
  await Promise.all([connections.close(operation.SHUTDOWN_TIMEOUT_MS), app.close()]);
}

function endOnSignal(app: NestExpressApplication, work: () => Promise<void>): void {
  const log = app.get(Logger);
  let isEnding = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (isEnding) process.exit(128 + constants.signals[signal]);
      isEnding = true;
      log.log(`${signal}: ending`);
      work().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error(error);
          process.exit(1);
        },
      );
    });
  }
}
