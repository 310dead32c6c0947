import type { Route } from '@ceex/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Failure } from '../problems/failure';
import { parseOrFail } from '../problems/validation';
import { contractOf } from './contract';

export interface RequestInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * The request's path parameters, query and body, validated with the schemas of the handler's own route: declare the
 * parameter as `InputOf<typeof theRoute>`. A body in the wrong media type is `unsupported-media-type`, anything that a
 * schema refuses is `bad-request` with the faults. Throws a plain error on a handler without `@Contract`.
 */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): RequestInput => {
  const route = contractOf(context.getHandler());
  if (!route)
    throw new Error(`${context.getClass().name}.${context.getHandler().name} has @Input() but no @Contract()`);
  return inputOf(route, context.switchToHttp().getRequest<Request>());
});

/** What `@Input()` gives, for a request and a route. */
export function inputOf(route: Route, request: Pick<Request, 'params' | 'query' | 'body' | 'is'>): RequestInput {
  const { params, query, body } = route.schemas;
  requireMediaType(route, request);
  return {
    params: params && parseOrFail(params, { ...request.params }, 'params'),
    query: query ? parseOrFail(query, { ...request.query }, 'query') : refuseKeys(request.query),
    body: body && parseOrFail(body, request.body, 'body'),
  };
}

/** A route that declares no query takes none: a key that nobody reads is a mistake of the caller. */
function refuseKeys(query: object): undefined {
  const errors = Object.keys(query).map((key) => ({ path: `query.${key}`, message: 'unknown key' }));
  if (errors.length > 0) throw new Failure('bad-request', { errors });
}

function requireMediaType(route: Route, request: Pick<Request, 'is'>): void {
  const wanted = route.bodyType ?? (route.schemas.body ? 'application/json' : undefined);
  if (wanted === undefined || request.is(wanted) === wanted) return;
  throw new Failure('unsupported-media-type', { detail: `The body must be ${wanted}` });
}
