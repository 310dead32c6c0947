import { DOCUMENT, computed, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { getCommunityEvents } from '@ceex/contracts';
import { AuthClient } from '../auth-client';
import { engineUrl } from '../engine-url';
import { toProblemError } from '../problem-error';
import { watchClearing, type ClearingState } from '../watch-clearing';
import { OPEN_EVENT_SOURCE } from './event-source';
import { LiveStream } from './live-stream';

/** While events come in, a clearing that nobody tells of is asked for only this much later. */
const SLACK_MS = 60_000;

/**
 * Calls `reload` as soon as something happens in a community's market, told by the server. While there is no stream it
 * asks when a clearing is due, as `watchClearing` does. A page in the background holds no stream. Gives whether events
 * come in right now. Call in an injection context.
 */
export function watchMarket(
  communityId: () => number | undefined,
  state: () => ClearingState | undefined,
  reload: () => void,
): Signal<boolean> {
  const openSource = inject(OPEN_EVENT_SOURCE);
  const auth = inject(AuthClient);
  const isShown = shown();
  const stream = signal<LiveStream | null>(null);
  const live = computed(() => stream()?.live() ?? false);

  effect((onCleanup) => {
    const id = communityId();
    if (id === undefined) return;
    const url = engineUrl(getCommunityEvents, { communityId: id });
    const opened = new LiveStream({
      open: (after) => openSource(after === undefined ? url : `${url}?after=${encodeURIComponent(after)}`),
      mayRetry: () => hasSession(auth),
      onNews: () => untracked(reload),
    });
    stream.set(opened);
    onCleanup(() => opened.close());
  });
  effect(() => {
    const current = stream();
    if (isShown()) current?.open();
    else current?.close();
  });
  watchClearing(() => (live() ? later(state()) : state()), reload);
  return live;
}

/** Asking who is signed in renews the session where that is due. A server that is away may be back the next time. */
async function hasSession(auth: AuthClient): Promise<boolean> {
  try {
    await auth.me();
    return true;
  } catch (failure) {
    return toProblemError(failure).status !== 401;
  }
}

function later(state: ClearingState | undefined): ClearingState | undefined {
  return (
    state && { lastStart: state.lastStart && shifted(state.lastStart), nextClearingAt: shifted(state.nextClearingAt) }
  );
}

function shifted(instant: string): string {
  return new Date(Date.parse(instant) + SLACK_MS).toISOString();
}

/** Whether the page is looked at. */
function shown(): Signal<boolean> {
  const page = inject(DOCUMENT);
  const isShown = signal(!page.hidden);
  effect((onCleanup) => {
    const onChange = () => isShown.set(!page.hidden);
    page.addEventListener('visibilitychange', onChange);
    onCleanup(() => page.removeEventListener('visibilitychange', onChange));
  });
  return isShown.asReadonly();
}
