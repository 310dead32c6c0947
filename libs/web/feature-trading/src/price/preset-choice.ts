import { Component, computed, inject, input } from '@angular/core';
import type { PriceRuler } from '@ceex/contracts';
import { TextPipe } from '@ceex/web-ui';
import { StrategyDraft } from '../store/strategy-draft';
import { TradingStore } from '../store/trading-store';
import { PRESETS, presetLimits, presetOf, type Preset } from './presets';

/** Ready-made limits for whoever does not want to move handles. */
@Component({
  selector: 'ceex-preset-choice',
  imports: [TextPipe],
  template: `
    <div role="group" [attr.aria-label]="'trading.price.presets.label' | ceexText">
      @for (preset of presets; track preset.name) {
        <button type="button" [attr.aria-pressed]="chosen() === preset" (click)="choose(preset)">
          {{ 'trading.price.presets.' + preset.name | ceexText }}
        </button>
      }
    </div>
    @if (chosen(); as preset) {
      <p class="ceex-quiet">{{ 'trading.price.presetDoes.' + preset.name | ceexText }}</p>
    }
  `,
  styleUrl: './preset-choice.scss',
})
export class PresetChoice {
  readonly ruler = input.required<PriceRuler>();

  private readonly draft = inject(StrategyDraft);
  private readonly store = inject(TradingStore);
  protected readonly presets = PRESETS;

  protected readonly chosen = computed(() => {
    const limits = this.draft.proposed();
    return limits ? presetOf(limits, this.ruler(), this.store.sides()) : null;
  });

  protected choose(preset: Preset): void {
    const { lowestSellMicroPerKwh, highestPayMicroPerKwh } = presetLimits(preset, this.ruler());
    this.draft.setLowestSell(lowestSellMicroPerKwh);
    this.draft.setHighestPay(highestPayMicroPerKwh);
  }
}
