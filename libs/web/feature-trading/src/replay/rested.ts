import { DestroyRef, effect, inject, signal, type Signal } from '@angular/core';

/** A source's value once it has stood still for `restMs`. Call in an injection context. */
export function rested<T>(source: () => T, restMs: number): Signal<T | undefined> {
  const value = signal<T | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const current = source();
    clearTimeout(timer);
    timer = setTimeout(() => value.set(current), restMs);
  });
  inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  return value.asReadonly();
}
