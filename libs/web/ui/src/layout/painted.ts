import { DestroyRef, effect, inject, signal, type Signal } from '@angular/core';

/**
 * True once the screen shows what became true: so a page can give its first part to the reader before it builds the
 * next, instead of both late in one piece. A page in the background is not painted; it does not wait. Call in an
 * injection context.
 */
export function painted(source: () => boolean): Signal<boolean> {
  const shown = signal(false);
  const cancels: (() => void)[] = [];
  const show = () => {
    const timer = setTimeout(() => shown.set(true));
    cancels.push(() => clearTimeout(timer));
  };
  const waiting = effect(() => {
    if (!source()) return;
    waiting.destroy();
    if (document.hidden) {
      show();
      return;
    }
    // A frame begins with this call; the next task comes after it is on the screen.
    const frame = requestAnimationFrame(show);
    cancels.push(() => cancelAnimationFrame(frame));
  });
  inject(DestroyRef).onDestroy(() => {
    for (const cancel of cancels) cancel();
  });
  return shown.asReadonly();
}
