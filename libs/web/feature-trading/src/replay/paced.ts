import { DestroyRef, effect, inject, signal, untracked, type Signal } from '@angular/core';

/** Changes within this time are one. */
const PAUSE_MS = 60;
/** An answer that is on its way is worth waiting for so long; then the question is given up for the newer one. */
const PATIENCE_MS = 120;

/**
 * Follows `source` at the pace of whoever answers: a change is passed on after a short pause, and while an answer is
 * on its way, when it has come. A handle that never rests so still has its answers. Call in an injection context.
 */
export function paced<T>(source: () => T, isAnswering: () => boolean): Signal<T | undefined> {
  const passed = signal<T | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let passedAtMs = -Infinity;
  const pass = () => {
    timer = undefined;
    const now = performance.now();
    if (untracked(isAnswering) && now - passedAtMs < PATIENCE_MS) {
      timer = setTimeout(pass, PAUSE_MS / 4);
      return;
    }
    passedAtMs = now;
    passed.set(untracked(source));
  };
  effect(() => {
    source();
    timer ??= setTimeout(pass, PAUSE_MS);
  });
  inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  return passed.asReadonly();
}
