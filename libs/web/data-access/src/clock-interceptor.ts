import { HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { ServerClock } from './server-clock';

/** Tells the clock what time the server says it is. */
export const clockInterceptor: HttpInterceptorFn = (request, next) => {
  const clock = inject(ServerClock);
  return next(request).pipe(
    tap((event) => {
      if (event instanceof HttpResponse) clock.learn(event.headers.get('date'));
    }),
  );
};
