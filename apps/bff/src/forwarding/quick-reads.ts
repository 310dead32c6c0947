import { ENGINE_PREFIX } from '@ceex/contracts';
import { nameRoute, problemOf, REQUEST_ID_HEADER } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import { KnownSessionTokens } from '../sessions/known-session-tokens';
import { SESSION_COOKIE } from '../sessions/session-cookies';
import type { SessionPayload } from '../sessions/session-token';
import type { Caller } from '../users/caller';
import { Callers } from '../users/callers';
import { FIXED_HEADERS } from '../web/fixed-headers';
import { AccessLog } from './access-log';
import { CallLimits } from './call-limits';
import { compressAnswer, isWorthCompressing } from './compress-answer';
import { cookieIn } from './cookie-in';
import { PASSED_HEADERS } from './pass-on';
import { isPlainTarget } from './raw-target';
import { ReadEngine } from './read-engine';
import { SignedClaims } from './signed-claims';
import { type UpstreamCall, upstreamCallOf } from './upstream-call';

type Otherwise = () => void;

/**
 * Answers reads of the engine before the framework sees them, because there are so many: the same checks by the same
 * functions, without the layers between. It refuses nothing by itself: whatever is not a plain read that is allowed goes
 * the long way, untouched, and is answered there.
 */
@Injectable()
export class QuickReads {
  constructor(
    private readonly tokens: KnownSessionTokens,
    private readonly callers: Callers,
    private readonly limits: CallLimits,
    private readonly claims: SignedClaims,
    private readonly engine: ReadEngine,
    private readonly log: AccessLog,
  ) {}

  /** Answers `request`, or calls `otherwise` without having touched it. */
  take(request: IncomingMessage, response: ServerResponse, otherwise: Otherwise): void {
    const session = isRead(request) ? this.sessionOf(request.headers) : undefined;
    if (!session) return otherwise();
    void this.answer(session, request, response, otherwise);
  }

  private sessionOf({ cookie }: IncomingHttpHeaders): SessionPayload | undefined {
    const token = cookieIn(cookie, SESSION_COOKIE);
    return token === undefined ? undefined : this.tokens.read(token);
  }

  private async answer(
    { sid, sub }: SessionPayload,
    request: IncomingMessage,
    response: ServerResponse,
    otherwise: Otherwise,
  ): Promise<void> {
    const begun = performance.now();
    let allowed: { call: UpstreamCall; caller: Caller; leave: () => void };
    try {
      const caller = await this.callers.find(sid, sub);
      if (!caller) return otherwise();
      const call = upstreamCallOf(asked(request), caller);
      if (call.rule.route.answerType !== undefined) return otherwise();
      allowed = { call, caller, leave: this.limits.enter(sid, call.rule) };
    } catch {
      // Refused, or something broke: the long way says so.
      return otherwise();
    }
    const id = randomUUID();
    request.id = id;
    nameRoute(request, ENGINE_PREFIX + allowed.call.rule.route.path);
    try {
      await this.forward(allowed, id, request, response);
    } catch (error) {
      refuse(error, id, response);
    } finally {
      allowed.leave();
      this.log.write(request, response, id, performance.now() - begun);
    }
  }

  private forward(
    { call: { rule, target }, caller }: { call: UpstreamCall; caller: Caller },
    id: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const headers = [
      ...['accept', 'application/json', 'accept-encoding', 'identity', 'user-agent', 'ceex-bff'],
      ...[REQUEST_ID_HEADER, id, 'authorization', this.claims.headerFor(caller)],
    ];
    const begin = (status: number, answered: IncomingHttpHeaders) => {
      if (isWorthCompressing(answered)) compressAnswer(request, response);
      const passed = PASSED_HEADERS.flatMap((name) => (answered[name] === undefined ? [] : [name, answered[name]]));
      response.writeHead(status, [...FIXED_HEADERS, REQUEST_ID_HEADER, id, 'cache-control', 'no-store', ...passed]);
    };
    const { timeoutMs, maxAnswerBytes: maxBytes } = rule;
    return this.engine.run({ target, headers, timeoutMs, maxBytes, begin }, response);
  }
}

/** A GET below the engine's prefix, with a plain target and no body. */
function isRead({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'GET' || !url.startsWith(`${ENGINE_PREFIX}/`)) return false;
  return headers['content-length'] === undefined && headers['transfer-encoding'] === undefined && isPlainTarget(url);
}

function asked({ method = '', url = '', headers }: IncomingMessage) {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? {} : parseQuery(url.slice(mark + 1));
  return { method, path, headers, query, body: undefined, is: () => false as const };
}

function refuse(error: unknown, id: string, response: ServerResponse): void {
  const { problem, headers } = problemOf(error, id);
  const text = JSON.stringify(problem);
  response.writeHead(problem.status, [
    ...FIXED_HEADERS,
    ...[REQUEST_ID_HEADER, id, 'cache-control', 'no-store'],
    ...['content-type', 'application/problem+json', 'content-length', String(Buffer.byteLength(text))],
    ...Object.entries(headers).flat(),
  ]);
  response.end(text);
}
