import { DestroyRef, DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';

const STEP_MS = 250;
/** Without motion the picture changes calmly: an hour a second. */
const CALM_STEP_MS = 1_000;
const CALM_STEP = 4;

/** Where in the day the map stands, and the day played from there. It stops at the end. */
@Injectable()
export class Playback {
  private readonly page = inject(DOCUMENT);
  private readonly timer = signal<ReturnType<typeof setInterval> | undefined>(undefined);
  private readonly place = signal(0);
  private end = 0;

  /** The interval of the day, from 0. */
  readonly at = this.place.asReadonly();
  readonly playing = computed(() => this.timer() !== undefined);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.pause());
  }

  show(at: number): void {
    this.place.set(at);
  }

  /** Plays from where it stands up to the interval `end`; from `start` where it stands at the end already. */
  play(start: number, end: number): void {
    this.pause();
    this.end = end;
    if (this.place() >= end) this.place.set(start);
    const calm = this.page.defaultView?.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
    const [step, stepMs] = calm ? [CALM_STEP, CALM_STEP_MS] : [1, STEP_MS];
    this.timer.set(setInterval(() => this.step(step), stepMs));
  }

  pause(): void {
    clearInterval(this.timer());
    this.timer.set(undefined);
  }

  private step(by: number): void {
    this.place.update((at) => Math.min(this.end, at + by));
    if (this.place() >= this.end) this.pause();
  }
}
