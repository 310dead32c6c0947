import { Component, computed, inject, input } from '@angular/core';
import { INTERVAL_MS } from '@ceex/units';
import { MarketClient, keepLast, toProblemError, watchClearing } from '@ceex/web-data-access';
import { EnergyPipe, Formats, MomentPipe, Notice, PricePipe, Skeleton } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { ClearAgain } from './clear-again';

/** A community as its operator meets it: is the market open, what did it clear last, what comes next. */
@Component({
  selector: 'ceex-community-panel',
  imports: [ClearAgain, EnergyPipe, MomentPipe, Notice, PricePipe, Skeleton, TranslocoPipe],
  templateUrl: './community-panel.html',
  styleUrl: './community-panel.scss',
  host: { class: 'ceex-panel' },
})
export class CommunityPanel {
  readonly communityId = input.required<number>();

  private readonly client = inject(MarketClient);
  private readonly formats = inject(Formats);
  protected readonly marketRead = this.client.market(() => this.communityId());
  protected readonly communityRead = this.client.community(() => this.communityId());
  protected readonly market = keepLast(this.marketRead, this.communityId);
  protected readonly community = keepLast(this.communityRead, this.communityId);

  protected readonly problem = computed(() => {
    const failure = this.marketRead.error() ?? this.communityRead.error();
    return failure === undefined ? null : toProblemError(failure).code;
  });

  /** The last cleared interval, from when to when. */
  protected readonly lastInterval = computed(() => {
    const market = this.market();
    if (!market?.lastClearing) return null;
    const startMs = Date.parse(market.lastClearing.start);
    const end = this.formats.moment(startMs + INTERVAL_MS, 'time', market.timeZone);
    return `${this.formats.moment(startMs, 'dayTime', market.timeZone)}–${end}`;
  });

  constructor() {
    watchClearing(
      () => {
        const market = this.market();
        return market && { lastStart: market.lastClearing?.start ?? null, nextClearingAt: market.nextClearingAt };
      },
      () => this.marketRead.reload(),
    );
  }

  protected retry(): void {
    this.marketRead.reload();
    this.communityRead.reload();
  }
}
