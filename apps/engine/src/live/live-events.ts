import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { LiveEventsRepository, type EventRow } from './live-events.repository';

/** Someone who wants to hear what happens in a community. */
export interface Listener {
  onEvent(event: EventRow): void;
  /** Nothing comes any more: this process ends. */
  onEnd(): void;
}

interface Subscription {
  readonly communityId: number;
  readonly listener: Listener;
  seen: number;
}

/** So late may a listener hear of an event. One small query in this time serves all listeners of the process. */
const POLL_MS = 500;

/**
 * Tells listeners of what happens in their communities, whichever engine process made it happen: events are read from
 * the table that every clearing writes to, while somebody listens.
 */
@Injectable()
export class LiveEvents implements BeforeApplicationShutdown {
  readonly #log = new Logger('LiveEvents');
  readonly #subscriptions = new Set<Subscription>();
  #timer: NodeJS.Timeout | undefined;
  #ending = false;

  constructor(private readonly events: LiveEventsRepository) {}

  /**
   * Subscribes a listener to the events after `after` (an event's id; without it to those from now on). Resolves to
   * where it begins and a function that ends the subscription.
   */
  async subscribe(
    communityId: number,
    after: number | undefined,
    listener: Listener,
  ): Promise<{ readonly seen: number; end(): void }> {
    const seen = await this.events.cursor(communityId, after);
    const subscription: Subscription = { communityId, listener, seen };
    if (this.#ending) listener.onEnd();
    else this.#subscriptions.add(subscription);
    this.#plan();
    return { seen, end: () => this.#subscriptions.delete(subscription) };
  }

  beforeApplicationShutdown(): void {
    this.#ending = true;
    clearTimeout(this.#timer);
    for (const { listener } of this.#subscriptions) listener.onEnd();
    this.#subscriptions.clear();
  }

  #plan(): void {
    if (this.#timer !== undefined || this.#ending || this.#subscriptions.size === 0) return;
    this.#timer = setTimeout(() => {
      void this.#poll().finally(() => {
        this.#timer = undefined;
        this.#plan();
      });
    }, POLL_MS);
  }

  async #poll(): Promise<void> {
    try {
      for (const event of await this.events.after(this.#seen())) this.#tell(event);
    } catch (error) {
      this.#log.error({ err: error }, 'events could not be read');
    }
  }

  /** For each community, the event that all of its listeners have seen. */
  #seen(): Map<number, number> {
    const seen = new Map<number, number>();
    for (const subscription of this.#subscriptions) {
      const { communityId } = subscription;
      seen.set(communityId, Math.min(subscription.seen, seen.get(communityId) ?? subscription.seen));
    }
    return seen;
  }

  #tell(event: EventRow): void {
    for (const subscription of this.#subscriptions) {
      if (subscription.communityId !== event.communityId || subscription.seen >= event.id) continue;
      subscription.seen = event.id;
      subscription.listener.onEvent(event);
    }
  }
}
