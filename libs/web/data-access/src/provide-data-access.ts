import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import type { EnvironmentProviders } from '@angular/core';
import { clockInterceptor } from './clock-interceptor';
import { lastKnownInterceptor } from './last-known/last-known-interceptor';
import { problemInterceptor } from './problem-interceptor';
import { sessionInterceptor } from './session-interceptor';

/**
 * HTTP as every part of the app uses it. Angular's own token against cross-site requests is off: the BFF checks
 * SameSite cookies and the origin of the request instead.
 */
export function provideDataAccess(): EnvironmentProviders {
  return provideHttpClient(
    withNoXsrfProtection(),
    withInterceptors([problemInterceptor, lastKnownInterceptor, clockInterceptor, sessionInterceptor]),
  );
}
