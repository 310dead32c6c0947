import { Component, computed, DestroyRef, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { INTERVAL_MS } from '@ceex/units';
import { MarketClient, keepLast, toProblemError, watchClearing } from '@ceex/web-data-access';
import { EnergyPipe, Formats, MomentPipe, Notice, PricePipe, Skeleton } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Subscription, take, takeWhile, timer } from 'rxjs';
import { ClearAgain } from './clear-again';

const BACKLOG_MS = 2_000;
const BACKLOG_LOOKS = 30;

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
  private readonly destroyed = inject(DestroyRef);
  private backlog?: Subscription;
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

  /** Watches the waiting intervals go, for a minute at most. */
  protected watchBacklog(): void {
    this.marketRead.reload();
    this.backlog?.unsubscribe();
    const isWaiting = () => (this.market()?.pendingIntervals ?? 0) > 0;
    this.backlog = timer(BACKLOG_MS / 2, BACKLOG_MS)
      .pipe(
        take(BACKLOG_LOOKS),
        takeWhile((look) => look === 0 || isWaiting()),
        takeUntilDestroyed(this.destroyed),
      )
      .subscribe(() => this.marketRead.reload());
  }

  protected retry(): void {
    this.marketRead.reload();
    this.communityRead.reload();
  }
}
