import { Failure } from '@ceex/server';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses a request that changes something unless it surely does not come from another site's page (`cross-site`). */
@Injectable()
export class SameOriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE.includes(request.method) || isSameOrigin(request)) return true;
    throw new Failure('cross-site');
  }
}

/**
 * Browsers say where a request comes from in `Sec-Fetch-Site` (on secure origins) or in `Origin` (on every request that
 * changes something); a page cannot forge either. A request with neither is not a browser's. It may sign in, but it may
 * carry no cookies: a cookie without proof of origin is exactly what a forged request would look like in an old browser.
 */
export function isSameOrigin(request: Pick<Request, 'headers' | 'host'>): boolean {
  const { 'sec-fetch-site': site, origin, cookie } = request.headers;
  if (site !== undefined) return site === 'same-origin';
  if (origin !== undefined) return hostOf(origin) === request.host;
  return cookie === undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
