import type { Route, RouteSchemas } from '@ceex/contracts';
import {
  applyDecorators,
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  SerializeOptions,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import type { z } from 'zod';
import { Access } from '../access/access';

const CONTRACT = 'ceex:contract';

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a handler of a route gets: path parameters, query and body as the route's schemas understood them. */
export interface InputOf<R extends Route> {
  readonly params: Parsed<R['schemas']['params']>;
  readonly query: Parsed<R['schemas']['query']>;
  readonly body: Parsed<R['schemas']['body']>;
}

/** What a handler of a route must return. */
export type OutputOf<R extends Route> = R['schemas']['response'] extends z.ZodType
  ? z.input<R['schemas']['response']>
  : void;

type Handler<R extends Route> = (...inputs: never[]) => OutputOf<R> | Promise<OutputOf<R>>;
type HandlerDecorator<R extends Route> = <H extends Handler<R>>(
  target: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<H>,
) => void;

const METHODS = { GET: Get, POST: Post, PUT: Put, DELETE: Delete } as const;

/**
 * Binds a controller's method to a route of the contracts: method and path, who may call it, and its answer, from which
 * undeclared fields are stripped and whose shape is checked (a wrong one is an internal error). The answer's type is
 * checked at compile time. Status 200, or 204 where the route declares no response. Use `@Input()` for what came in.
 */
export function Contract<const R extends Route>(route: R): HandlerDecorator<R> {
  const { response } = route.schemas as RouteSchemas;
  return applyDecorators(
    METHODS[route.method](route.path),
    HttpCode(response ? 200 : 204),
    SetMetadata(CONTRACT, route),
    Access(route.access),
    ...(response ? [UseInterceptors(StandardSchemaSerializerInterceptor), SerializeOptions({ schema: response })] : []),
  );
}

/** The route that a handler is bound to. */
export function contractOf(handler: object): Route | undefined {
  return Reflect.getMetadata(CONTRACT, handler) as Route | undefined;
}
