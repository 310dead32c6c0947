import { effect, inject, signal } from '@angular/core';
import { INTERVAL_MS } from '@ceex/units';
import { ServerClock } from './server-clock';

/** What is known of a market's rhythm. Instants are ISO 8601. */
export interface ClearingState {
  /** Start of the last cleared interval; null before the first. */
  readonly lastStart: string | null;
  readonly nextClearingAt: string;
}

/** A clearing needs a moment after its interval's end. */
const GRACE_MS = 1_000;
const FIRST_RETRY_MS = 3_000;
const LAST_RETRY_MS = 300_000;

/**
 * How long to wait before asking again: until the next clearing is due; where the last one that was due is not there
 * yet, a few seconds, doubled with every attempt up to five minutes.
 */
export function waitForClearingMs(state: ClearingState, nowMs: number, attempts: number): number {
  const nextMs = Date.parse(state.nextClearingAt);
  const untilDueMs = nextMs - nowMs + GRACE_MS;
  const behind = state.lastStart === null || Date.parse(state.lastStart) + 2 * INTERVAL_MS < nextMs;
  const retryMs = Math.min(FIRST_RETRY_MS * 2 ** attempts, LAST_RETRY_MS);
  if (untilDueMs <= 0) return retryMs;
  return behind ? Math.min(retryMs, untilDueMs) : untilDueMs;
}

/** Calls `reload` when a clearing is due, and gently again until it is there. Call in an injection context. */
export function watchClearing(state: () => ClearingState | undefined, reload: () => void): void {
  const clock = inject(ServerClock);
  const asked = signal(0);
  let attempts = 0;
  let seen = '';
  effect((onCleanup) => {
    asked();
    const current = state();
    if (current === undefined) return;
    const key = `${current.lastStart} ${current.nextClearingAt}`;
    if (key !== seen) [seen, attempts] = [key, 0];
    const timer = setTimeout(
      () => {
        attempts++;
        reload();
        asked.update((count) => count + 1);
      },
      waitForClearingMs(current, clock.now(), attempts),
    );
    onCleanup(() => clearTimeout(timer));
  });
}
