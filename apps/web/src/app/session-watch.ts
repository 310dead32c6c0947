import { DOCUMENT, effect, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Session } from '@ceex/web-data-access/start';
import { filter, fromEvent } from 'rxjs';

const CHANNEL = 'ceex.session';

/** What one tab tells the others: who is signed in now; null: they signed out. */
interface News {
  readonly userId: string | null;
}

/**
 * Keeps what is on the screen true to the session where it changes elsewhere: signing out in one tab ends it in the
 * others, and a page that the browser had put aside whole shows nothing of an account that was signed out since.
 */
@Injectable({ providedIn: 'root' })
export class SessionWatch {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  private readonly channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null;
  /** Whom the other tabs know of. */
  private told: string | null = null;

  /** Call in an injection context. */
  start(): void {
    effect(() => {
      const user = this.session.user();
      if (user !== undefined) this.tell(user?.userId ?? null);
    });
    this.channel?.addEventListener('message', ({ data }: MessageEvent<News>) => void this.hear(data.userId));
    fromEvent(this.document, 'visibilitychange')
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        // A tab that slept may have missed the news; the cookie's hint has not.
        if (this.document.visibilityState === 'visible' && !this.session.mayBeSignedIn()) void this.hear(null);
      });
    fromEvent<PageTransitionEvent>(this.document.defaultView ?? this.document, 'pageshow')
      .pipe(
        filter(({ persisted }) => persisted),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.look());
  }

  private tell(userId: string | null): void {
    if (userId === this.told) return;
    this.told = userId;
    // A session that merely ran out every tab finds out by itself, and comes back to where it was.
    if (userId !== null || this.session.endedByChoice()) this.channel?.postMessage({ userId } satisfies News);
  }

  private async hear(userId: string | null): Promise<void> {
    const user = this.session.user();
    if (!user || user.userId === userId) return;
    this.told = userId;
    if (userId === null) await this.session.over();
    // Somebody else signed in: nothing that was loaded for the one before may stay.
    else this.document.location.reload();
  }

  private async look(): Promise<void> {
    if (!this.session.mayBeSignedIn()) return this.hear(null);
    const now = await this.session.askAgain().catch(() => undefined);
    if (now) await this.hear(now.userId);
  }
}
