import { InjectionToken } from '@angular/core';

/** What of the browser's `EventSource` is used. */
export type LiveSource = Pick<EventSource, 'readyState' | 'addEventListener' | 'close'>;

/** Opens a stream of server-sent events on the same origin; tests put their own in its place. */
export const OPEN_EVENT_SOURCE = new InjectionToken<(url: string) => LiveSource>('a stream of events', {
  providedIn: 'root',
  factory: () => (url) => new EventSource(url),
});

/** `EventSource.CLOSED`, which is not there where there is no browser: it will not try again by itself. */
export const CLOSED = 2;
