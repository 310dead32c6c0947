import { ENGINE_PREFIX, pathOf, type Route } from '@ceex/contracts';

/** Where the browser calls a route of the engine: through the BFF, on the same origin. Throws on a missing parameter. */
export function engineUrl(route: Pick<Route, 'path'>, params: Record<string, string | number> = {}): string {
  return ENGINE_PREFIX + pathOf(route, params);
}
