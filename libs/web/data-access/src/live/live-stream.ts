import { signal } from '@angular/core';
import { LIVE_EVENTS, liveEvent, type LiveEvent, type LiveEventName } from '@ceex/contracts';
import { CLOSED, type LiveSource } from './event-source';

export interface LiveStreamParts {
  /** Opens the stream after an event; undefined: from now on. */
  readonly open: (after: string | undefined) => LiveSource;
  /** Makes sure that the session holds before the next attempt; false: there is none any more. */
  readonly mayRetry: () => Promise<boolean>;
  readonly onNews: (name: LiveEventName, event: LiveEvent) => void;
}

const FIRST_RETRY_MS = 3_000;
const LAST_RETRY_MS = 300_000;

/**
 * A stream of events that stays open. Short breaks the browser mends by itself; where the server refuses (the session
 * has to be renewed, too many streams, no engine) this tries again, ever more slowly, from the last event on.
 */
export class LiveStream {
  readonly #parts: LiveStreamParts;
  readonly #live = signal(false);
  #source: LiveSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempts = 0;
  #after: string | undefined;

  /** Whether events come in right now. */
  readonly live = this.#live.asReadonly();

  constructor(parts: LiveStreamParts) {
    this.#parts = parts;
  }

  open(): void {
    if (this.#source !== null) return;
    clearTimeout(this.#timer);
    const source = this.#parts.open(this.#after);
    this.#source = source;
    source.addEventListener('open', () => {
      if (this.#source !== source) return;
      this.#attempts = 0;
      this.#live.set(true);
    });
    source.addEventListener('error', () => {
      if (this.#source === source) this.#broken(source);
    });
    for (const name of LIVE_EVENTS) {
      source.addEventListener(name, (event) => {
        if (this.#source === source) this.#news(name, event as MessageEvent<string>);
      });
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    this.#live.set(false);
  }

  #news(name: LiveEventName, { data, lastEventId }: MessageEvent<string>): void {
    this.#after = lastEventId || this.#after;
    const event = liveEvent.safeParse(readJson(data));
    if (event.success) this.#parts.onNews(name, event.data);
  }

  #broken(source: LiveSource): void {
    this.#live.set(false);
    if (source.readyState !== CLOSED) return;
    this.close();
    const waitMs = Math.min(FIRST_RETRY_MS * 2 ** this.#attempts++, LAST_RETRY_MS);
    this.#timer = setTimeout(() => void this.#retry(), waitMs);
  }

  async #retry(): Promise<void> {
    const timer = this.#timer;
    const may = await this.#parts.mayRetry();
    // Closed or opened anew in the meantime.
    if (may && timer === this.#timer) this.open();
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
