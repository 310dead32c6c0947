import { DestroyRef, DOCUMENT, ElementRef, inject, Injectable, signal } from '@angular/core';

/** Rather a page with a chart missing than none. */
const LONGEST_WAIT_MS = 5_000;

/** Prints the page with all of its charts: those that were never in view have to be loaded and drawn first. */
@Injectable()
export class Printing {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly wanted = signal(false);
  private destroyed = false;

  /** From now on everything on the page is to be drawn, in view or not. */
  readonly active = this.wanted.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.destroyed = true));
  }

  /** Opens the browser's print dialogue once nothing on the page is waiting any more. */
  print(): void {
    this.wanted.set(true);
    const latest = performance.now() + LONGEST_WAIT_MS;
    const whenReady = (): void => {
      if (this.destroyed) return;
      if (this.isReady() || performance.now() > latest) this.window?.print();
      else this.window?.requestAnimationFrame(whenReady);
    };
    // One frame for what is wanted now to begin loading, and one for it to hold its place.
    this.window?.requestAnimationFrame(() => this.window?.requestAnimationFrame(whenReady));
  }

  private isReady(): boolean {
    const charts = [...this.host.querySelectorAll('.ceex-chart-canvas')];
    return this.host.querySelector('ceex-skeleton') === null && charts.every((chart) => chart.childElementCount > 0);
  }
}
