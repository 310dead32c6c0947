import { Inject, Injectable } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';

const DAY_MS = 86_400_000;

/** How long sessions last: so long without use, and never longer than so long altogether. */
@Injectable()
export class SessionLife {
  constructor(@Inject(BFF_CONFIG) private readonly config: Pick<BffConfig, 'SESSION_IDLE_DAYS' | 'SESSION_MAX_DAYS'>) {}

  /** When a session that began at `begun` and is used at `now` ends unless it is used again. */
  expiry(begun: Date, now: Date): Date {
    const { SESSION_IDLE_DAYS, SESSION_MAX_DAYS } = this.config;
    return new Date(Math.min(now.getTime() + SESSION_IDLE_DAYS * DAY_MS, begun.getTime() + SESSION_MAX_DAYS * DAY_MS));
  }
}
