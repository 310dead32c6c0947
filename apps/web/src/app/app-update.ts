import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SwUpdate } from '@angular/service-worker';
import { filter, fromEvent, merge, throttleTime } from 'rxjs';

/** How often a page that stays open asks whether there is a new version, at most. */
const ASK_EVERY_MS = 1_800_000;

/**
 * A new version of the app. The service worker serves one version whole until the page is loaded again; so nobody ever
 * has half of the old one and half of the new.
 */
@Injectable({ providedIn: 'root' })
export class AppUpdate {
  private readonly document = inject(DOCUMENT);
  private readonly updates = inject(SwUpdate);
  private readonly offered = signal(false);

  /** True once a new version is on this device, ready to be used. */
  readonly ready = this.offered.asReadonly();

  constructor() {
    if (!this.updates.isEnabled) return;
    const destroyed = inject(DestroyRef);
    const newer = this.updates.versionUpdates.pipe(filter(({ type }) => type === 'VERSION_READY'));
    // A version that the browser threw away in part works again only after loading the page.
    merge(newer, this.updates.unrecoverable)
      .pipe(takeUntilDestroyed(destroyed))
      .subscribe(() => this.offered.set(true));
    fromEvent(this.document, 'visibilitychange')
      .pipe(
        filter(() => this.document.visibilityState === 'visible'),
        throttleTime(ASK_EVERY_MS),
        takeUntilDestroyed(destroyed),
      )
      // Offline it cannot be asked; the next time will do.
      .subscribe(() => void this.updates.checkForUpdate().catch(() => false));
  }

  /** Takes the new version. */
  async reload(): Promise<void> {
    await this.updates.activateUpdate().catch(() => false);
    this.document.location.reload();
  }
}
