import { Injectable } from '@nestjs/common';

/** The time of day, as a provider: tests set it. */
@Injectable()
export class Clock {
  /** Milliseconds since 1970. */
  now(): number {
    return Date.now();
  }
}
