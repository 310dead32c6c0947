import { Component, computed, inject } from '@angular/core';
import type { Trade } from '@ceex/contracts';
import { MatButton } from '@angular/material/button';
import {
  EnergyPipe,
  Formats,
  Language,
  MomentPipe,
  Notice,
  PricePipe,
  Skeleton,
  TextPipe,
  decimal,
} from '@ceex/web-ui';
import { TradingStore } from '../store/trading-store';
import { tradesByDay } from './trades-by-day';
import { TradesFeed } from './trades-feed';

/** Who traded with the household: label, direction, distance along the lines, energy and price, by day. */
@Component({
  selector: 'ceex-neighbours-panel',
  imports: [EnergyPipe, MatButton, MomentPipe, Notice, PricePipe, Skeleton, TextPipe],
  templateUrl: './neighbours-panel.html',
  styleUrl: './neighbours-panel.scss',
  providers: [TradesFeed],
  host: { class: 'ceex-panel' },
})
export class NeighboursPanel {
  protected readonly feed = inject(TradesFeed);
  protected readonly store = inject(TradingStore);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);

  protected readonly days = computed(() => {
    const [trades, timeZone] = [this.feed.trades(), this.store.timeZone()];
    return trades && timeZone ? tradesByDay(trades, timeZone) : undefined;
  });

  /** `sold 1.20 kWh, bought 0.40 kWh` */
  protected total(day: { readonly soldWh: number; readonly boughtWh: number }): string {
    const parts = [
      ...(day.soldWh > 0 ? [this.part('sold', day.soldWh)] : []),
      ...(day.boughtWh > 0 ? [this.part('bought', day.boughtWh)] : []),
    ];
    return parts.join(', ');
  }

  protected distance({ distanceM }: Trade): string {
    const locale = this.language.locale();
    return distanceM < 1_000 ? `${decimal(distanceM, 0, locale)} m` : `${decimal(distanceM / 1_000, 1, locale)} km`;
  }

  private part(direction: Trade['direction'], energyWh: number): string {
    return this.language.translate(`trading.neighbours.total.${direction}`, { energy: this.formats.energy(energyWh) });
  }
}
