import { Component, computed, inject } from '@angular/core';
import type { OwnOrder } from '@ceex/contracts';
import { CommunityClient } from '@ceex/web-data-access';
import { Formats, Language, Notice, Skeleton, StepCurves, TextPipe } from '@ceex/web-ui';
import { SentenceWriter } from '../sentences/sentence-writer';
import { TradingStore } from '../store/trading-store';
import { whySentences } from './why-sentences';

/** Why the last clearing had its price: in words for this household, and as curves for all. */
@Component({
  selector: 'ceex-why-panel',
  imports: [Notice, Skeleton, StepCurves, TextPipe],
  templateUrl: './why-panel.html',
  styleUrl: './why-panel.scss',
  host: { class: 'ceex-panel' },
})
export class WhyPanel {
  protected readonly store = inject(TradingStore);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly writer = inject(SentenceWriter);

  protected readonly last = computed(() => this.store.market.value()?.lastClearing ?? null);

  /** The household's orders, where both answers are about the same interval. */
  private readonly own = computed(() => {
    const interval = this.store.now.value()?.interval;
    return interval && interval.start === this.last()?.start ? interval : null;
  });

  protected readonly ownAsks = computed(() => ordersOf(this.own()?.orders, 'ask'));
  protected readonly ownBids = computed(() => ordersOf(this.own()?.orders, 'bid'));

  /** The names of lines: asked for only where one was full. */
  private readonly grid = inject(CommunityClient).grid(() =>
    this.own()?.orders.some(({ reason }) => reason.node !== undefined) ? this.store.communityId() : undefined,
  );

  protected readonly sentences = computed(() => {
    const own = this.own();
    if (own === null) return [];
    const currency = this.store.currency();
    const written = whySentences(own.orders, own.priceMicroPerKwh, ({ reason }) => this.lineTo(reason.node));
    return written.map((sentence) => this.writer.write(sentence, currency));
  });

  /** A line has the name of the node it leads to, away from the transformer. */
  private lineTo(node: number | undefined): string | null {
    if (node === undefined) return null;
    if (node === this.store.nodeId()) return this.language.translate('trading.why.ownHouse');
    const found = this.grid.hasValue() ? this.grid.value().nodes.find(({ nodeId }) => nodeId === node) : undefined;
    return found === undefined ? null : this.language.translate('trading.why.place', { label: found.label });
  }

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
