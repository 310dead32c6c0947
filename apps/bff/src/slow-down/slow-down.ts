import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { SessionKeys } from '../sessions/session-keys';

/** In so long a pause forgives as many tries as are free. */
export const WINDOW_S = 5 * 60;
/** The longest that anybody is made to wait. */
export const MAX_WAIT_S = 5 * 60;

/** So many times as often as secrets may be tried, the options to sign in with a passkey may be asked for. */
const OPTIONS_FACTOR = 10;

/** Who is counted: a network address, an account by its name, or a browser that signed in to an account before. */
export type Counted = 'address' | 'account' | 'device';

/** One count: of what kind of request (`sign-in`, `letter` …), and whose. */
export interface Count {
  readonly name: string;
  readonly counted: Counted;
  readonly subject: string;
}

// One statement, so that tries at the same moment, by whichever replica, are counted one after the other. While there are
// free tries nobody waits, also one whose clock is a moment behind that of the try before.
const TRY = `
INSERT INTO slow_down AS s (key, level, open_at) VALUES ($1, 1, $2::timestamptz + CASE WHEN $4 <= 1 THEN interval '1 s' ELSE interval '0' END)
ON CONFLICT (key) DO UPDATE SET (level, open_at) = (
  SELECT level, $2::timestamptz + CASE WHEN ceil(level) < $4 THEN interval '0'
    ELSE make_interval(secs => least($5, power(2, least(ceil(level) - $4, 30)))) END
  FROM (SELECT greatest(0, s.level - greatest(0, extract(epoch FROM $2::timestamptz - s.open_at)) * $3::float8) + 1 AS level) AS next
) WHERE s.open_at <= $2 OR ceil(s.level) < $4
RETURNING level`;

/**
 * Slows guesses down: after some free tries each further one must wait, twice as long every time, up to five minutes.
 * It is counted in the database, so it holds across replicas and restarts. Nobody is ever locked out: the wait is
 * bounded, the right password works after it, and a browser that signed in before has a count of its own
 * (`KnownDevices`), which nobody else can use up.
 */
@Injectable()
export class SlowDown {
  /** What was counted for a request, so that the right secret can take it back. */
  private readonly counts = new WeakMap<Request, readonly Count[]>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: SessionKeys,
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
  ) {}

  /** Counts a try; 0 where it may go on, else the seconds to wait, and the try is not counted. */
  async try(count: Count, now = new Date()): Promise<number> {
    const limit = this.limitOf(count);
    const key = this.keyOf(count);
    const taken = await this.dataSource.query<unknown[]>(TRY, [key, now, limit / WINDOW_S, limit, MAX_WAIT_S]);
    if (taken.length > 0) return 0;
    const [row] = await this.dataSource.query<{ openAt: Date }[]>(
      'SELECT open_at AS "openAt" FROM slow_down WHERE key = $1',
      [key],
    );
    return row ? Math.max(1, Math.ceil((row.openAt.getTime() - now.getTime()) / 1_000)) : 0;
  }

  /** The right secret came: an account's or a device's count begins anew, and an address gets this one try back. */
  async forgive(count: Count): Promise<void> {
    const sql =
      count.counted === 'address'
        ? 'UPDATE slow_down SET level = greatest(0, level - 1) WHERE key = $1'
        : 'DELETE FROM slow_down WHERE key = $1';
    await this.dataSource.query(sql, [this.keyOf(count)]);
  }

  /** Keeps in mind what was counted for a request. */
  note(request: Request, counts: readonly Count[]): void {
    this.counts.set(request, counts);
  }

  /** Forgives all that was counted for a request: its secret was right. */
  async forgiveAll(request: Request): Promise<void> {
    for (const count of this.counts.get(request) ?? []) await this.forgive(count);
  }

  /** Forgets counts that have long been forgiven. */
  async forgetOld(now = new Date()): Promise<void> {
    await this.dataSource.query(`DELETE FROM slow_down WHERE open_at < $1::timestamptz - interval '1 hour'`, [now]);
  }

  private limitOf({ name, counted }: Count): number {
    // No secret is tried with them: the limit only bounds the challenges that one address makes us keep.
    if (name === 'passkey-options') return this.config.SIGN_IN_LIMIT_ADDRESS * OPTIONS_FACTOR;
    if (counted === 'address') return this.config.SIGN_IN_LIMIT_ADDRESS;
    return name === 'letter' ? this.config.LETTER_LIMIT_ACCOUNT : this.config.SIGN_IN_LIMIT_ACCOUNT;
  }

  private keyOf({ name, counted, subject }: Count): Buffer {
    return this.keys.fingerprint(JSON.stringify([name, counted, subject]));
  }
}
