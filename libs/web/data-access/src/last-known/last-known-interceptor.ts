import { HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { ENGINE_PREFIX } from '@ceex/contracts/constants';
import { catchError, from, map, tap, throwError } from 'rxjs';
import { toProblemError } from '../problem-error';
import { Connection } from './connection';
import { LastKnown } from './last-known';

/** Answers to a question of the moment (what if …) say nothing of how things stand. */
const QUESTION = /\/(?:replay|preview)$/;

/** Without a server to answer, a read is answered with what it said the last time; and `Connection` knows it. */
export const lastKnownInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith(`${ENGINE_PREFIX}/`)) return next(request);
  const [kept, connection] = [inject(LastKnown), inject(Connection)];
  const { userId } = kept;
  const url = request.urlWithParams;
  const isKept = request.method === 'GET' && request.responseType === 'json' && !QUESTION.test(request.url);
  return next(request).pipe(
    tap((event) => {
      if (!(event instanceof HttpResponse)) return;
      connection.back();
      if (isKept && userId !== null) whenIdle(() => void kept.keep(userId, url, event.body));
    }),
    catchError((failure: unknown) => {
      if (!isKept || !isAway(failure)) return throwError(() => failure);
      return from(kept.find(url)).pipe(
        map((answer) => {
          if (answer === null) throw failure;
          connection.lost(answer.keptAtMs);
          return new HttpResponse({ body: answer.body, status: 200, url });
        }),
      );
    }),
  );
};

/** Nobody answered: no connection, or nothing but a proxy there. */
export function isAway(failure: unknown): boolean {
  const { code } = toProblemError(failure);
  return code === 'offline' || code === 'upstream-unavailable';
}

/** What is kept for a time without a connection must not delay what is on the screen now. */
function whenIdle(run: () => void): void {
  // Not every browser has it.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 5_000 });
  else setTimeout(run);
}
