import type { HttpInterceptorFn } from '@angular/common/http';
import { catchError, throwError } from 'rxjs';
import { toProblemError } from './problem-error';

/** Outermost: whatever fails below reaches callers as a ProblemError. */
export const problemInterceptor: HttpInterceptorFn = (request, next) =>
  next(request).pipe(catchError((failure: unknown) => throwError(() => toProblemError(failure))));
