import { ENGINE_PREFIX, pathOf } from '@ceex/contracts';
import { Failure, inputOf, mayCall, parseOrFail } from '@ceex/server';
import type { Request } from 'express';
import { type Caller, rightsOf } from '../users/caller';
import type { ForwardingRule } from './allow-list';
import { matchRule } from './match-rule';

/** What of a request is looked at. */
export type Asked = Pick<Request, 'method' | 'path' | 'headers' | 'query' | 'body' | 'is'>;

/** A call that may be made, in words of our own: nothing in it is a string that the client sent. */
export interface UpstreamCall {
  readonly rule: ForwardingRule;
  /** What the path names, as the route's schema understood it. */
  readonly params: Readonly<Record<string, number>>;
  /** Path and query. */
  readonly target: string;
  /** JSON text. A CSV body is streamed instead. */
  readonly json?: string;
}

/**
 * What the engine is asked for a request of `caller`. Path and query are written anew from the values that the route's
 * schemas understood. Throws a `Failure` for everything that the allow-list, the caller's rights or a schema refuses.
 */
export function upstreamCallOf(asked: Asked, caller: Caller): UpstreamCall {
  if (!asked.path.startsWith(`${ENGINE_PREFIX}/`)) throw new Failure('not-found');
  const match = matchRule(asked.method, asked.path.slice(ENGINE_PREFIX.length));
  const { rule } = match;
  const { schemas, access } = rule.route;
  const params = (schemas.params ? parseOrFail(schemas.params, match.params, 'params') : {}) as UpstreamCall['params'];
  if (!mayCall(access, rightsOf(caller), params)) throw new Failure('forbidden');
  const { headers, body } = asked;
  const query = { ...asked.query, ...seenBefore(rule, headers['last-event-id']) };
  refuseLargeBody(headers['content-length'], rule.maxBodyBytes);
  // Bodies are counted and checked as they come, so they must come as they are.
  if (headers['content-encoding'] !== undefined) throw new Failure('unsupported-media-type');
  const input = inputOf(rule.route, { params: match.params, query, body, is: asked.is.bind(asked) } as Request);
  const target = pathOf(rule.route, params) + queryText(input.query);
  if (schemas.body === undefined) return { rule, params, target };
  const json = JSON.stringify(input.body);
  if (Buffer.byteLength(json) > rule.maxBodyBytes) throw new Failure('payload-too-large');
  return { rule, params, target, json };
}

/** A browser that comes back to a stream says in a header what it has seen; the engine is asked in the query. */
function seenBefore({ route }: ForwardingRule, lastEventId: unknown): object {
  return route.answerType === undefined || lastEventId === undefined ? {} : { after: lastEventId };
}

/** A body that says beforehand that it is too large need not be read. A route without a body ignores one. */
function refuseLargeBody(contentLength: string | undefined, maxBytes: number): void {
  if (maxBytes > 0 && Number(contentLength ?? 0) > maxBytes) throw new Failure('payload-too-large');
}

function queryText(query: unknown): string {
  const entries = Object.entries((query ?? {}) as Record<string, string | number | undefined>);
  if (entries.length === 0) return '';
  const text = new URLSearchParams();
  for (const [key, value] of entries) if (value !== undefined) text.append(key, String(value));
  return text.size === 0 ? '' : `?${text}`;
}
