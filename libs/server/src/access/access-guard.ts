import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { contractOf } from '../contract/contract';
import { Failure } from '../problems/failure';
import { parseOrFail } from '../problems/validation';
import { accessOf } from './access';
import { mayCall, type Rights, type Target } from './may-call';

/**
 * The one guard of a server, registered globally (`APP_GUARD`): who calls, and may they? A handler without an access
 * rule is refused, so forgetting one shuts a door instead of opening it. A program says in `authenticate` how it knows
 * its callers.
 */
export abstract class AccessGuard implements CanActivate {
  /** The caller's rights; undefined where nobody, or nobody believable, is signed in. */
  protected abstract authenticate(context: ExecutionContext): Promise<Rights | undefined>;

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const access = accessOf(handler, context.getClass());
    if (access === undefined) throw new Failure('forbidden');
    if (access === 'public') return true;
    const rights = await this.authenticate(context);
    if (!rights) throw new Failure('unauthenticated');
    const params = contractOf(handler)?.schemas.params;
    const request = context.switchToHttp().getRequest<Request>();
    const target: Target = params ? parseOrFail(params, { ...request.params }, 'params') : {};
    if (!mayCall(access, rights, target)) throw new Failure('forbidden');
    return true;
  }
}
