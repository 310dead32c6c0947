import { AccessGuard, type Rights } from '@ceex/server';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { type Caller, rightsOf } from '../users/caller';
import { SESSION_STRATEGY } from './session-strategy';

/** Passport as a question: it sets `request.user`, or leaves it empty. What that means is for `SessionGuard` to say. */
class PassportSession extends AuthGuard(SESSION_STRATEGY) {
  override handleRequest<T>(error: unknown, caller: T | false): T {
    if (error) throw error;
    return (caller || undefined) as T;
  }
}

/** The one guard before every handler of the BFF. */
@Injectable()
export class SessionGuard extends AccessGuard {
  private readonly passport = new PassportSession();

  protected override async authenticate(context: ExecutionContext): Promise<Rights | undefined> {
    await this.passport.canActivate(context);
    const caller = context.switchToHttp().getRequest<Request>().user as Caller | undefined;
    return caller && rightsOf(caller);
  }
}
