import { SIGNED_IN_HINT } from '@ceex/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { SESSION_MINUTES, sessionOfToken, signSession } from './session-token';
import type { Grant } from './sessions';
import { SessionKeys } from './session-keys';

export const SESSION_COOKIE = 'ceex_session';
export const REFRESH_COOKIE = 'ceex_refresh';

const SESSION_PATH = '/api';
const REFRESH_PATH = '/api/auth';

/** Writes the two cookies of a session, and a hint that they are there. No script can read the two, and no other site's page can make a browser send them. */
@Injectable()
export class SessionCookies {
  constructor(
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
    private readonly keys: SessionKeys,
  ) {}

  set(response: Response, { sessionId, userId, refreshToken, expiresAt }: Grant): void {
    const token = signSession({ sub: userId, sid: sessionId }, this.keys);
    response.cookie(SESSION_COOKIE, token, {
      ...this.options(response.req, SESSION_PATH),
      maxAge: SESSION_MINUTES * 60_000,
    });
    if (refreshToken === undefined) return;
    const maxAge = Math.max(0, Math.ceil((expiresAt.getTime() - Date.now()) / 1_000)) * 1_000;
    response.cookie(REFRESH_COOKIE, refreshToken, { ...this.options(response.req, REFRESH_PATH), maxAge });
    response.cookie(SIGNED_IN_HINT, '1', { ...this.options(response.req, '/'), httpOnly: false, maxAge });
  }

  clear(response: Response): void {
    response.clearCookie(SESSION_COOKIE, this.options(response.req, SESSION_PATH));
    response.clearCookie(REFRESH_COOKIE, this.options(response.req, REFRESH_PATH));
    response.clearCookie(SIGNED_IN_HINT, { ...this.options(response.req, '/'), httpOnly: false });
  }

  /** The session of the session cookie, also where its token has expired. */
  sessionIdOf(request: Request): string | undefined {
    return sessionOfToken(cookieOf(request, SESSION_COOKIE) ?? '', this.keys);
  }

  /** The attributes of every cookie of ours: no script reads it, no other site's page makes a browser send it. */
  options(request: Request, path: string): CookieOptions {
    const { COOKIE_SECURE } = this.config;
    const secure = COOKIE_SECURE === 'always' || (COOKIE_SECURE === 'auto' && request.secure);
    return { httpOnly: true, sameSite: 'strict', secure, path };
  }
}

/** A cookie that the request carries. */
export function cookieOf(request: Request, name: string): string | undefined {
  const value: unknown = (request.cookies as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}
