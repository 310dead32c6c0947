import { Component, inject } from '@angular/core';
import { TextPipe } from '@ceex/web-ui';
import { rested } from '../replay/rested';
import { TradingStore } from '../store/trading-store';

/** A short break mends itself before anybody needs to know. */
const PATIENCE_MS = 5_000;

/** Whether the page hears of each clearing at once, in words. */
@Component({
  selector: 'ceex-live-mark',
  imports: [TextPipe],
  template: `
    @if (store.live()) {
      <p><span class="dot" aria-hidden="true"></span>{{ 'trading.now.live' | ceexText }}</p>
    } @else if (waited()) {
      <p role="status">{{ 'trading.now.notLive' | ceexText }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-height: 1.25rem;
      max-width: 20rem;
    }
    p {
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
    .dot {
      display: inline-block;
      width: 8px;
      height: 8px;
      margin-inline-end: 6px;
      border-radius: 50%;
      background: var(--ceex-leaf);
    }
  `,
})
export class LiveMark {
  protected readonly store = inject(TradingStore);
  protected readonly waited = rested(() => !this.store.live(), PATIENCE_MS);
}
