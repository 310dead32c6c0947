import { Component, computed, inject } from '@angular/core';
import type { OwnOrder } from '@ceex/contracts';
import { Formats, Notice, Skeleton, StepCurves } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { SentenceWriter } from '../sentences/sentence-writer';
import { TradingStore } from '../store/trading-store';
import { whySentences } from './why-sentences';

/** Why the last clearing had its price: in words for this household, and as curves for all. */
@Component({
  selector: 'ceex-why-panel',
  imports: [Notice, Skeleton, StepCurves, TranslocoPipe],
  templateUrl: './why-panel.html',
  styleUrl: './why-panel.scss',
  host: { class: 'ceex-panel' },
})
export class WhyPanel {
  protected readonly store = inject(TradingStore);
  private readonly formats = inject(Formats);
  private readonly writer = inject(SentenceWriter);

  protected readonly last = computed(() => this.store.market.value()?.lastClearing ?? null);

  /** The household's orders, where both answers are about the same interval. */
  private readonly own = computed(() => {
    const interval = this.store.now.value()?.interval;
    return interval && interval.start === this.last()?.start ? interval : null;
  });

  protected readonly ownAsks = computed(() => ordersOf(this.own()?.orders, 'ask'));
  protected readonly ownBids = computed(() => ordersOf(this.own()?.orders, 'bid'));

  protected readonly sentences = computed(() => {
    const own = this.own();
    if (own === null) return [];
    const currency = this.store.currency();
    return whySentences(own.orders, own.priceMicroPerKwh).map((sentence) => this.writer.write(sentence, currency));
  });

  protected readonly summary = computed(() => {
    const last = this.last();
    if (last === null) return null;
    const params = {
      energy: this.formats.energy(last.tradedWh),
      price: last.priceMicroPerKwh === null ? '' : this.formats.price(last.priceMicroPerKwh, this.store.currency()),
      sellers: last.sellers,
      buyers: last.buyers,
    };
    return { key: last.priceMicroPerKwh === null ? 'trading.why.noTrade' : 'trading.why.summary', params };
  });
}

function ordersOf(orders: readonly OwnOrder[] | undefined, side: OwnOrder['side']): readonly OwnOrder[] {
  return orders?.filter((order) => order.side === side && order.quantityWh > 0) ?? [];
}
