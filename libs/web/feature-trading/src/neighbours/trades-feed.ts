import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Trade } from '@ceex/contracts';
import { NodeClient, toProblemError } from '@ceex/web-data-access';
import { TradingStore } from '../store/trading-store';
import { joinPages } from './trades-by-day';

const PAGE = 15;

interface Pages {
  readonly nodeId: number;
  readonly trades: readonly Trade[];
  readonly nextCursor: string | null;
}

/** The trades of the current node, newest first, page by page; new ones come in with each clearing. */
@Injectable()
export class TradesFeed {
  private readonly client = inject(NodeClient);
  private readonly store = inject(TradingStore);
  private readonly pages = signal<Pages | null>(null);
  private readonly failure = signal<string | null>(null);
  private readonly running = signal(false);

  readonly trades = computed(() => this.pages()?.trades);
  readonly hasMore = computed(() => (this.pages()?.nextCursor ?? null) !== null);
  readonly loading = this.running.asReadonly();
  readonly problem = this.failure.asReadonly();

  constructor() {
    effect(() => {
      const nodeId = this.store.nodeId();
      this.store.clearing();
      if (nodeId !== undefined) untracked(() => void this.first(nodeId));
    });
  }

  /** The newest trades. */
  refresh(): void {
    const nodeId = this.store.nodeId();
    if (nodeId !== undefined) void this.first(nodeId);
  }

  /** The next page. */
  async more(): Promise<void> {
    const pages = this.pages();
    if (pages === null || pages.nextCursor === null || this.running()) return;
    await this.fetch(pages.nodeId, pages.nextCursor, (trades, nextCursor) => ({
      ...pages,
      trades: [...pages.trades, ...trades],
      nextCursor,
    }));
  }

  private async first(nodeId: number): Promise<void> {
    if (this.pages()?.nodeId !== nodeId) this.pages.set(null);
    await this.fetch(nodeId, null, (trades, nextCursor) => {
      const earlier = this.pages();
      const joined = joinPages(trades, earlier?.trades ?? []);
      if (earlier === null || joined === 'apart') return { nodeId, trades, nextCursor };
      return { ...earlier, trades: joined };
    });
  }

  /** An answer for a node that has left the screen meanwhile is dropped. */
  private async fetch(
    nodeId: number,
    cursor: string | null,
    place: (trades: readonly Trade[], nextCursor: string | null) => Pages,
  ): Promise<void> {
    this.running.set(true);
    this.failure.set(null);
    const answer = await this.client.trades(nodeId, PAGE, cursor).catch(toProblemError);
    if (this.store.nodeId() !== nodeId) return;
    this.running.set(false);
    if (answer instanceof Error) this.failure.set(answer.code);
    else this.pages.set(place(answer.trades, answer.nextCursor));
  }
}
