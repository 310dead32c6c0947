import { Component, computed, effect, inject, signal } from '@angular/core';
import { Explained, Formats, Language, Notice, Skeleton, TextPipe } from '@ceex/web-ui';
import { SentenceWriter } from '../sentences/sentence-writer';
import { StrategyDraft } from '../store/strategy-draft';
import { TradingStore } from '../store/trading-store';
import { betterOffNano, differenceSentence, replaySentences } from './replay-sentences';
import { ReplayStore } from './replay-store';

/** A reader of the screen hears the figures once the handle rests. */
const REST_MS = 900;

/** What the limits on the ruler would have made of the last thirty days, before anything is saved. */
@Component({
  selector: 'ceex-replay-panel',
  imports: [Explained, Notice, Skeleton, TextPipe],
  templateUrl: './replay-panel.html',
  styleUrl: './replay-panel.scss',
})
export class ReplayPanel {
  protected readonly replay = inject(ReplayStore);
  private readonly store = inject(TradingStore);
  private readonly draft = inject(StrategyDraft);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly writer = inject(SentenceWriter);

  protected readonly lead = computed(() =>
    this.language.translate(
      this.draft.strategy()?.kind === 'market-benefit' ? 'trading.replay.leadTaker' : 'trading.replay.lead',
    ),
  );

  protected readonly gain = computed(() => {
    const totals = this.replay.value()?.proposed;
    return totals && this.formats.money(betterOffNano(totals), this.store.currency());
  });

  protected readonly sentences = computed(() => {
    const value = this.replay.value();
    if (value === undefined) return [];
    const written = replaySentences(value.proposed, this.store.sides());
    return written.map((sentence) => this.writer.write(sentence, this.store.currency()));
  });

  protected readonly difference = computed(() => {
    const [value, saved] = [this.replay.value(), this.replay.saved()];
    if (value === undefined || saved === undefined) return null;
    return this.writer.write(differenceSentence(value.proposed, saved.proposed), this.store.currency());
  });

  /** All of it as one text, a moment after the last change. */
  protected readonly spoken = signal('');

  constructor() {
    effect((onCleanup) => {
      if (this.replay.behind() || this.gain() === undefined || !this.draft.dirty()) return;
      const gain = this.language.translate('trading.replay.spoken', { money: this.gain()! });
      const difference = this.difference();
      const all = [gain, ...(difference === null ? [] : [`${difference}.`]), ...this.sentences()].join(' ');
      const timer = setTimeout(() => this.spoken.set(all), REST_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
