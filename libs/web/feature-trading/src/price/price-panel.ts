import { Component, computed, inject } from '@angular/core';
import { Language, Notice, PriceRuler, Skeleton, TextPipe, painted } from '@ceex/web-ui';
import { SentenceWriter } from '../sentences/sentence-writer';
import { StrategyDraft } from '../store/strategy-draft';
import { TradingStore } from '../store/trading-store';
import { ReplayPanel } from '../replay/replay-panel';
import { limitSentences } from './limit-sentences';
import { PresetChoice } from './preset-choice';
import { priceMarks } from './price-marks';

/** The price ruler with the household's limits, and what they mean in words and would have brought. */
@Component({
  selector: 'ceex-price-panel',
  imports: [Notice, PresetChoice, PriceRuler, ReplayPanel, Skeleton, TextPipe],
  templateUrl: './price-panel.html',
  styleUrl: './price-panel.scss',
})
export class PricePanel {
  protected readonly draft = inject(StrategyDraft);
  protected readonly store = inject(TradingStore);
  private readonly language = inject(Language);
  private readonly writer = inject(SentenceWriter);

  /** The market's is the newer one; the strategy brings one along until it is there. */
  protected readonly ruler = computed(() => this.store.market.value()?.ruler ?? this.draft.saved()?.ruler);

  protected readonly sides = this.store.sides;

  /** The state now is what one came for: it is on the screen before the ruler is built. */
  private readonly due = painted(() => this.store.now.value() !== undefined || this.store.now.problem() !== null);
  protected readonly strategy = computed(() => (this.due() ? this.draft.strategy() : undefined));

  protected readonly marks = computed(() => {
    const ruler = this.ruler();
    if (ruler === undefined) return [];
    const text = (name: string) => this.language.translate(`trading.price.marks.${name}`);
    return priceMarks(ruler, {
      feedIn: text('feedIn'),
      last: text('last'),
      week: text('week'),
      utility: text('utility'),
    });
  });

  protected readonly sentences = computed(() => {
    const [strategy, ruler] = [this.draft.strategy(), this.ruler()];
    if (!strategy || !ruler) return [];
    const currency = this.store.currency();
    return limitSentences(strategy, ruler, this.sides()).map((sentence) => this.writer.write(sentence, currency));
  });

  /** A price taker's limits are the ruler's ends. */
  protected readonly taker = computed(() => this.draft.strategy()?.kind === 'market-benefit');
}
