import { Injectable, inject } from '@angular/core';
import type { Strategy } from '@ceex/contracts';
import { Session } from '@ceex/web-data-access';

interface Kept {
  readonly userId: string;
  readonly nodeId: number;
  readonly strategy: Strategy;
}

/**
 * What was changed and not saved, so that it is still there when the page is: a session that ran out leads to sign-in
 * and back. It is kept in memory, for the same user and node alone.
 */
@Injectable({ providedIn: 'root' })
export class KeptDraft {
  private readonly session = inject(Session);
  private kept: Kept | null = null;

  keep(nodeId: number, strategy: Strategy): void {
    const user = this.session.user();
    this.kept = user ? { userId: user.userId, nodeId, strategy } : null;
  }

  find(nodeId: number): Strategy | null {
    const { kept } = this;
    if (kept === null || kept.nodeId !== nodeId) return null;
    return kept.userId === this.session.user()?.userId ? kept.strategy : null;
  }

  forget(): void {
    this.kept = null;
  }
}
