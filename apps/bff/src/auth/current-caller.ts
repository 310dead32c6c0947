import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from '../users/caller';

/** The caller that the session guard found. Only for handlers that are not public. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = context.switchToHttp().getRequest<Request>().user as Caller | undefined;
  if (!caller) throw new Error(`${context.getClass().name}.${context.getHandler().name} is public and has no caller`);
  return caller;
});
