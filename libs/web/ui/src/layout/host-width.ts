import { DestroyRef, ElementRef, afterNextRender, inject, signal, type Signal } from '@angular/core';

/** The width of a component's host in px, 0 until it is on the screen. Call it where `inject` works. */
export function hostWidth(): Signal<number> {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const destroyed = inject(DestroyRef);
  const width = signal(0);
  afterNextRender(() => {
    width.set(host.clientWidth);
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => width.set(host.clientWidth));
    observer.observe(host);
    destroyed.onDestroy(() => observer.disconnect());
  });
  return width.asReadonly();
}
