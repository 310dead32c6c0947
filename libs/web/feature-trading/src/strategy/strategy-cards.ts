import { Component, computed, inject } from '@angular/core';
import { STRATEGY_KINDS } from '@ceex/contracts';
import { Skeleton, TextPipe } from '@ceex/web-ui';
import { ReplayStore } from '../replay/replay-store';
import { StrategyDraft } from '../store/strategy-draft';
import { FlexibilityPrice } from './flexibility-price';
import { StrategyFigure } from './strategy-figure';

const ICONS = {
  'never-lose': 'shield',
  'market-benefit': 'trending_up',
  flexibility: 'battery_charging_full',
} as const;

/** The three strategies to choose one from: native radio buttons, so that keys and readers work as everywhere. */
@Component({
  selector: 'ceex-strategy-cards',
  imports: [FlexibilityPrice, Skeleton, StrategyFigure, TextPipe],
  templateUrl: './strategy-cards.html',
  styleUrl: './strategy-cards.scss',
})
export class StrategyCards {
  protected readonly draft = inject(StrategyDraft);
  private readonly replay = inject(ReplayStore);

  /** What the ruler tells comes first; then the cards are built, though nobody may have come near them. */
  protected readonly answered = computed(() => this.replay.value() !== undefined || this.replay.problem() !== null);
  protected readonly cards = STRATEGY_KINDS.map((kind) => ({ kind, icon: ICONS[kind] }));
}
