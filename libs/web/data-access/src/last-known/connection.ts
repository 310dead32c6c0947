import { Injectable, signal } from '@angular/core';

/** Whether the server answers. While it does not, what is on the screen is the last that was known. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly kept = signal<number | null>(null);

  /** When the server was last heard of (ms since 1970-01-01T00:00Z); null while it answers. */
  readonly asOf = this.kept.asReadonly();

  lost(keptAtMs: number): void {
    this.kept.update((before) => (before === null ? keptAtMs : Math.max(before, keptAtMs)));
  }

  back(): void {
    this.kept.set(null);
  }
}
