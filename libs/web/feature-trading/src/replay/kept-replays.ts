import { Injectable, inject } from '@angular/core';
import type { NodeReplay } from '@ceex/contracts';
import { ReplayClient, type ReplayQuery } from '@ceex/web-data-access';
import { TradingStore } from '../store/trading-store';

/** Answers that are kept; of the oldest the first is dropped. */
const MOST = 40;

/** Replays that were asked for: the same question has the same answer until the next clearing. */
@Injectable()
export class KeptReplays {
  private readonly client = inject(ReplayClient);
  private readonly store = inject(TradingStore);
  private readonly kept = new Map<string, Promise<NodeReplay>>();

  /** Rejects with a ProblemError; then the next call asks again. */
  ask(query: ReplayQuery): Promise<NodeReplay> {
    const key = `${this.store.clearing()} ${JSON.stringify(query)}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const answer = this.client.ask(query);
    this.kept.set(key, answer);
    answer.catch(() => this.kept.delete(key));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST) break;
      this.kept.delete(oldest);
    }
    return answer;
  }
}
