import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { LOGIN_PATH, LOGOUT_PATH, PASSKEY_LOGIN_PATH, REFRESH_PATH, SECOND_STEP_PATH } from '@ceex/contracts/constants';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { toProblemError } from './problem-error';
import { Session } from './session';

/** Calls whose 401 says what it says: no new session would change it. */
const FINAL = new Set<string>([LOGIN_PATH, SECOND_STEP_PATH, PASSKEY_LOGIN_PATH, LOGOUT_PATH, REFRESH_PATH]);

/** A call refused with 401 is sent once more after the session was refreshed; calls in parallel share one refresh. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (FINAL.has(request.url) || !request.url.startsWith('/api/')) return next(request);
  const session = inject(Session);
  return next(request).pipe(
    catchError((failure: unknown) => {
      if (!saysNobodyIsSignedIn(failure)) return throwError(() => failure);
      return from(session.refresh()).pipe(
        switchMap((refreshed) => (refreshed ? next(request) : throwError(() => failure))),
      );
    }),
  );
};

/** A 401 can also mean that a password was wrong; sending that again would count as a second guess. */
function saysNobodyIsSignedIn(failure: unknown): boolean {
  return (
    failure instanceof HttpErrorResponse && failure.status === 401 && toProblemError(failure).code === 'unauthenticated'
  );
}
