import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-jwt';
import { cookieOf, SESSION_COOKIE } from '../sessions/session-cookies';
import { SESSION_ISSUER, SessionKeys } from '../sessions/session-keys';
import { SESSION_AUDIENCE, sessionPayload } from '../sessions/session-token';
import type { Caller } from '../users/caller';
import { Callers } from '../users/callers';

export const SESSION_STRATEGY = 'ceex-session';

/** Knows a caller by the session cookie. An `Authorization` header is never looked at: browsers have no use for one. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, SESSION_STRATEGY) {
  constructor(
    keys: SessionKeys,
    private readonly callers: Callers,
  ) {
    super({
      jwtFromRequest: (request: Request) => cookieOf(request, SESSION_COOKIE) ?? null,
      // Without a key of ours there is nothing to check a signature with.
      secretOrKeyProvider: (_request, token: string, done) => {
        const secret = keys.secretOf(token);
        done(secret === undefined ? new Error('The token names no key of ours') : null, secret);
      },
      algorithms: ['HS256'],
      issuer: SESSION_ISSUER,
      audience: SESSION_AUDIENCE,
    });
  }

  /** Called with a payload whose signature, dates, issuer and audience are right; null refuses it all the same. */
  async validate(payload: unknown): Promise<Caller | null> {
    const { data } = sessionPayload.safeParse(payload);
    return (data && (await this.callers.find(data.sid, data.sub))) ?? null;
  }
}
