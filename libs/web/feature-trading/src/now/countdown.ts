import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { ServerClock } from '@ceex/web-data-access';
import { TextPipe } from '@ceex/web-ui';

/** The time left until the next clearing, by the server's clock. */
@Component({
  selector: 'ceex-countdown',
  imports: [TextPipe],
  template: `
    <span class="label">{{ 'trading.now.next' | ceexText }}</span>
    <!-- Seconds are for the eye: said aloud they would drown everything else. -->
    <span class="figure" role="timer" aria-live="off">
      @if (left(); as text) {
        {{ text }}
      } @else {
        {{ 'trading.now.running' | ceexText }}
      }
    </span>
  `,
  styleUrl: './countdown.scss',
})
export class Countdown {
  /** ISO instant. */
  readonly due = input.required<string>();

  private readonly clock = inject(ServerClock);
  private readonly nowMs = signal(this.clock.now());

  /** `08:12`, null when it is due. */
  protected readonly left = computed(() => {
    const seconds = Math.ceil((Date.parse(this.due()) - this.nowMs()) / 1_000);
    if (seconds <= 0) return null;
    const part = (value: number) => String(value).padStart(2, '0');
    return `${part(Math.floor(seconds / 60))}:${part(seconds % 60)}`;
  });

  constructor() {
    const timer = setInterval(() => this.nowMs.set(this.clock.now()), 1_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
