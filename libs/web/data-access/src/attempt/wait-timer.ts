import { DestroyRef, inject, signal, type Signal } from '@angular/core';

/** Counts down whole seconds to 0. Call in an injection context. */
export function waitTimer(): { readonly seconds: Signal<number>; start(seconds: number): void } {
  const left = signal(0);
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => clearInterval(timer);
  inject(DestroyRef).onDestroy(stop);
  return {
    seconds: left.asReadonly(),
    start(seconds) {
      stop();
      left.set(seconds);
      timer = setInterval(() => {
        left.update((value) => Math.max(0, value - 1));
        if (left() === 0) stop();
      }, 1_000);
    },
  };
}
