import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Claims } from '@ceex/contracts';
import type { Request } from 'express';

const callers = new WeakMap<Request, Claims>();

/** Remembers for whom a request is made. The guard alone calls this. */
export function rememberCaller(request: Request, claims: Claims): void {
  callers.set(request, claims);
}

/** The claims of the caller. On a public route there are none: throws. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Claims => {
  const claims = callers.get(context.switchToHttp().getRequest<Request>());
  if (!claims) throw new Error(`${context.getClass().name}.${context.getHandler().name} has @Caller() but no caller`);
  return claims;
});
