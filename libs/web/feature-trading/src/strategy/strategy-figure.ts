import { Component, computed, inject, input, resource } from '@angular/core';
import type { StrategyKind } from '@ceex/contracts';
import { Formats, Skeleton, TextPipe } from '@ceex/web-ui';
import { betterOffNano } from '../replay/replay-sentences';
import { KeptReplays } from '../replay/kept-replays';
import { ReplayStore } from '../replay/replay-store';
import { rested } from '../replay/rested';
import { strategyOfKind } from '../store/strategy-values';
import { StrategyDraft } from '../store/strategy-draft';
import { TradingStore } from '../store/trading-store';

/** The handle has the way first: the cards follow when it has come to rest. */
const REST_MS = 500;

/** What one strategy, with the limits on the ruler, would have brought in the last thirty days. */
@Component({
  selector: 'ceex-strategy-figure',
  imports: [Skeleton, TextPipe],
  template: `
    @if (money(); as money) {
      <p>
        <strong>{{ money }}</strong> {{ 'trading.strategy.figure' | ceexText }}
      </p>
    } @else if (failed()) {
      <p>{{ 'trading.strategy.noFigure' | ceexText }}</p>
    } @else {
      <ceex-skeleton height="2.5rem" />
    }
  `,
  styles: `
    :host {
      display: block;
      min-height: 2.75rem;
    }
    p {
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
    strong {
      font: var(--mat-sys-title-medium);
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class StrategyFigure {
  readonly kind = input.required<StrategyKind>();

  private readonly store = inject(TradingStore);
  private readonly replays = inject(ReplayStore);
  private readonly kept = inject(KeptReplays);
  private readonly draft = inject(StrategyDraft);
  private readonly formats = inject(Formats);

  private readonly limits = rested(() => this.draft.strategy(), REST_MS);
  private readonly answer = resource({
    params: () => {
      const [limits, ruler] = [this.limits(), this.draft.saved()?.ruler];
      return limits && ruler && this.replays.query(strategyOfKind(limits, this.kind(), ruler));
    },
    loader: ({ params }) => this.kept.ask(params),
  });

  protected readonly failed = computed(() => this.answer.error() !== undefined);
  protected readonly money = computed(() => {
    if (!this.answer.hasValue() || this.answer.value().intervals === 0) return null;
    return this.formats.money(betterOffNano(this.answer.value().proposed), this.store.currency());
  });
}
