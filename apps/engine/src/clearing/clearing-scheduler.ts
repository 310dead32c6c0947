import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { INTERVAL_MS } from '@ceex/units';
import { Clock } from '../config/clock';
import { ENGINE_CONFIG, type EngineConfig } from '../config/engine-config';
import { Database } from '../database/database';
import { clearedIntervals, clearingDuration, clearingFailures, clearingFaults } from '../operation/engine-metrics';
import { MeterSimulation } from '../simulation/meter-simulation';
import { clearPending } from './clear-pending';

/** Meters need a moment after the quarter-hour to deliver. */
const AFTER_BOUNDARY_MS = 3_000;

/**
 * Keeps the markets going: at the start, after every quarter-hour and whenever it is woken, simulated meters deliver and
 * every community clears what waits. One round at a time; at the end of the process the running transaction is finished.
 */
@Injectable()
export class ClearingScheduler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('ClearingScheduler');
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #wokenAgain = false;
  #ending = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly meters: MeterSimulation,
    @Inject(ENGINE_CONFIG) private readonly config: Pick<EngineConfig, 'CLEARING' | 'SIMULATED_METERS'>,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.CLEARING && !this.config.SIMULATED_METERS) return;
    this.wake();
    this.#planNext();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#ending = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  /** Says that something may wait: readings came in, or an operator wants intervals cleared again. */
  wake(): void {
    if (this.#ending) return;
    if (this.#round !== undefined) {
      this.#wokenAgain = true;
      return;
    }
    this.#round = this.#rounds().finally(() => (this.#round = undefined));
  }

  /** Resolves when nothing is being done any more. */
  async settled(): Promise<void> {
    await this.#round;
  }

  #planNext(): void {
    const nowMs = this.clock.now();
    const next = nowMs - (nowMs % INTERVAL_MS) + INTERVAL_MS + AFTER_BOUNDARY_MS;
    this.#timer = setTimeout(() => {
      this.wake();
      this.#planNext();
    }, next - nowMs);
  }

  async #rounds(): Promise<void> {
    do {
      this.#wokenAgain = false;
      if (this.config.SIMULATED_METERS) await this.#attempt('simulated meters', () => this.#deliver());
      if (this.config.CLEARING) await this.#attempt('clearing', () => this.#clearAll());
    } while (this.#wokenAgain && !this.#ending);
  }

  async #deliver(): Promise<void> {
    for (const communityId of await this.meters.communities()) {
      if (this.#ending) return;
      await this.#attempt(`simulated meters of community ${communityId}`, async () => {
        await this.meters.deliver(communityId, this.clock.now());
      });
    }
  }

  async #clearAll(): Promise<void> {
    const { rows } = await this.database.pool.query<{ community_id: number }>(
      `SELECT DISTINCT p.community_id FROM pending_interval p JOIN community c ON c.id = p.community_id
       WHERE c.status = 'open' ORDER BY p.community_id`,
    );
    for (const { community_id } of rows) {
      if (this.#ending) return;
      await this.#attempt(`clearing of community ${community_id}`, () => this.#clear(community_id));
    }
  }

  async #clear(communityId: number): Promise<void> {
    const measured = clearingDuration.startTimer();
    const { intervals, fault } = await clearPending(this.database, communityId, {
      nowMs: this.clock.now(),
      isEnding: () => this.#ending,
    });
    // A look that finds nothing to do would make the market look fast.
    if (intervals > 0) measured();
    clearedIntervals.inc(intervals);
    if (fault !== null) clearingFaults.inc();
    if (intervals > 0) this.#log.log({ communityId, intervals }, 'intervals cleared');
    if (fault !== null) this.#log.error({ communityId, err: fault }, 'market stopped: a clearing did not verify');
  }

  /** One community's trouble, or a database that is away for a while, must not stop the others. */
  async #attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      clearingFailures.inc();
      this.#log.error({ err: error }, `${what} failed`);
    }
  }
}
