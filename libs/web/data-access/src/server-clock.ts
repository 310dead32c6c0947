import { Injectable } from '@angular/core';

/** Differences below this come from the way of the answer and from whole seconds in its `Date`. */
const TOLERANCE_MS = 2_000;

/** The server's time, so that a count-down is right on a device whose clock is not. */
@Injectable({ providedIn: 'root' })
export class ServerClock {
  private offsetMs = 0;

  /** Learns from an answer's `Date` header. */
  learn(date: string | null): void {
    const serverMs = date === null ? Number.NaN : Date.parse(date);
    if (Number.isNaN(serverMs)) return;
    const offsetMs = serverMs - Date.now();
    this.offsetMs = Math.abs(offsetMs) > TOLERANCE_MS ? offsetMs : 0;
  }

  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number {
    return Date.now() + this.offsetMs;
  }
}
