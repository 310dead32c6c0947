import { Injectable, computed, inject, resource } from '@angular/core';
import type { Strategy } from '@ceex/contracts';
import { ReplayClient, ServerClock, keepLast, toProblemError, type ReplayQuery } from '@ceex/web-data-access';
import { sameStrategy } from '../store/strategy-values';
import { StrategyDraft } from '../store/strategy-draft';
import { TradingStore } from '../store/trading-store';
import { KeptReplays } from './kept-replays';
import { paced } from './paced';
import { lastDays } from './replay-days';

/** What the limits on the ruler would have made of the last thirty days; follows the handle. */
@Injectable()
export class ReplayStore {
  private readonly client = inject(ReplayClient);
  private readonly kept = inject(KeptReplays);
  private readonly draft = inject(StrategyDraft);
  private readonly store = inject(TradingStore);
  private readonly clock = inject(ServerClock);

  private readonly wanted = computed(() => this.query(this.draft.proposed()), { equal: sameQuery });
  private readonly asked = paced(this.wanted, (): boolean => this.read.isLoading());
  private readonly read = this.client.replay(this.asked);

  readonly value = keepLast(this.read, this.store.nodeId);
  /** What is shown belongs to where the handle stood a moment ago. */
  readonly behind = computed(() => this.read.isLoading() || !sameQuery(this.asked(), this.wanted()));
  readonly problem = computed(() => {
    const failure = this.read.error();
    return failure === undefined || this.read.isLoading() ? null : toProblemError(failure).code;
  });

  /** What is saved, replayed in the same way: asked for once there is something to compare it with. */
  private readonly base = resource({
    params: () => (this.draft.dirty() ? this.query(this.draft.savedPlain()) : undefined),
    loader: ({ params }) => this.kept.ask(params),
  });
  readonly saved = computed(() => (this.draft.dirty() && this.base.hasValue() ? this.base.value() : undefined));

  reload(): void {
    this.read.reload();
  }

  /** The question for a strategy; undefined until the node and its days are known. */
  query(strategy: Strategy | undefined): ReplayQuery | undefined {
    const [nodeId, timeZone] = [this.store.nodeId(), this.store.timeZone()];
    if (nodeId === undefined || timeZone === undefined || strategy === undefined) return undefined;
    // A new clearing is a new question: the days themselves change at midnight.
    this.store.clearing();
    return { nodeId, ...lastDays(this.clock.now(), timeZone), strategy };
  }
}

function sameQuery(one: ReplayQuery | undefined, other: ReplayQuery | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.nodeId === other.nodeId && one.lastDay === other.lastDay && sameStrategy(one.strategy, other.strategy);
}
