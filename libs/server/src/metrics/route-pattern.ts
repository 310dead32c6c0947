import type { IncomingMessage } from 'node:http';

const patterns = new WeakMap<IncomingMessage, string>();

/** Says by which route a request was answered, where the framework does not know it. */
export function nameRoute(request: IncomingMessage, pattern: string): void {
  patterns.set(request, pattern);
}

/**
 * The route that answered a request, as it is written in the program (`/node/:nodeId/now`), never as it was asked for:
 * figures are kept for each, so there must be few, and no id may be among them.
 */
export function routeOf(request: IncomingMessage): string {
  const { route } = request as { route?: { path?: unknown } };
  return patterns.get(request) ?? (typeof route?.path === 'string' ? route.path : 'other');
}
