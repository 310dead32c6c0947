import { Injectable, computed, inject, type Signal } from '@angular/core';
import type { HttpResourceRef } from '@angular/common/http';
import { CurrentNode, MarketClient, NodeClient, keepLast, toProblemError, watchMarket } from '@ceex/web-data-access';
import { sidesOf } from './sides';

/** One read of the page: the last value there was, and what went wrong since. */
export interface Reading<T> {
  readonly value: Signal<T | undefined>;
  /** The code of the problem of the last attempt, null when it went well. */
  readonly problem: Signal<string | null>;
  reload(): void;
}

/** What the trading page reads of the current node; follows the node and the rhythm of its market. */
@Injectable()
export class TradingStore {
  private readonly nodes = inject(NodeClient);
  readonly nodeId = inject(CurrentNode).nodeId;
  readonly communityId = inject(CurrentNode).communityId;

  readonly profile = this.reading(this.nodes.profile(this.nodeId));
  readonly now = this.reading(this.nodes.now(this.nodeId));
  readonly market = this.reading(inject(MarketClient).market(this.communityId));

  readonly timeZone = computed(() => this.market.value()?.timeZone ?? this.profile.value()?.timeZone);
  readonly currency = computed(() => this.market.value()?.currency ?? this.profile.value()?.currency ?? 'CHF');

  readonly sides = computed(() => sidesOf(this.profile.value()));

  /** Which clearing the page shows: changes when a new one, or a new version of it, has come. */
  readonly clearing = computed(() => {
    const interval = this.now.value()?.interval;
    return interval ? `${interval.start} ${interval.version}` : null;
  });

  /** Whether the server tells of each clearing by itself; else the page asks when one is due. */
  readonly live = watchMarket(
    this.communityId,
    () => {
      const now = this.now.value();
      return now && { lastStart: now.interval?.start ?? null, nextClearingAt: now.nextClearingAt };
    },
    () => {
      this.now.reload();
      this.market.reload();
    },
  );

  private reading<T>(resource: HttpResourceRef<T | undefined>): Reading<T> {
    return {
      value: keepLast(resource, this.nodeId),
      problem: computed(() => {
        const failure = resource.error();
        return failure === undefined ? null : toProblemError(failure).code;
      }),
      reload: () => void resource.reload(),
    };
  }
}
