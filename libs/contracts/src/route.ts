import type { z } from 'zod';

/**
 * Who may call a route:
 * `public` anyone; `signed-in` any user; `node` a user of the node in the path; `member` a user with a node in the
 * community of the path, or its operator; `operator` the community's operator; `administrator` whoever administers this
 * server; `server` trusted tools of the server itself.
 */
export type Access = 'public' | 'signed-in' | 'node' | 'member' | 'operator' | 'administrator' | 'server';
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface RouteSchemas {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
}

/** One route of an HTTP API: the single source of its path, its rights, its validation and its documentation. */
export interface Route<S extends RouteSchemas = RouteSchemas> {
  readonly method: Method;
  /** Express style: `/node/:nodeId/metrics`. */
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  /** A body that is not JSON, streamed through untouched. */
  readonly bodyType?: 'text/csv';
  /** An answer that the handler streams: events for as long as there is something to tell, or a file of JSON. */
  readonly answerType?: 'text/event-stream' | 'application/json';
  readonly schemas: S;
}

/** Declares a route and keeps the exact types of its schemas. */
export function route<const S extends RouteSchemas>(definition: Route<S>): Route<S> {
  return definition;
}

/** The path of `definition` with its parameters filled in, each percent-encoded. Throws on a missing one. */
export function pathOf(definition: Pick<Route, 'path'>, params: Record<string, string | number> = {}): string {
  return definition.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new RangeError(`${definition.path}: parameter ${name} is missing`);
    return encodeURIComponent(String(value));
  });
}
