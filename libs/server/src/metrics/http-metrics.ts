import { Histogram } from 'prom-client';
import { METHODS, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { metrics } from './registry';
import { routeOf } from './route-pattern';

/** Requests by route, method and status, with the time until the answer was out. Streams of events are not among them. */
export const httpRequests = new Histogram({
  name: 'ceex_http_request_duration_seconds',
  help: 'Time of HTTP requests until their answer was out, by route',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [metrics],
});

/** An answer that nobody waited for. */
const LEFT = '499';

/** Counts every request that comes to `server`. Call it after all that listens to its requests. */
export function observeRequests(server: Server): void {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const begun = performance.now();
    response.once('close', () => {
      if (isStream(response)) return;
      const labels = {
        method: METHODS.includes(request.method ?? '') ? (request.method as string) : 'other',
        route: routeOf(request),
        status: response.writableFinished ? String(response.statusCode) : LEFT,
      };
      httpRequests.observe(labels, (performance.now() - begun) / 1_000);
    });
  });
}

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}
