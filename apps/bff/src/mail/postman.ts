import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CARRIER, type Carrier, Undelivered } from './carrier';
import { MAX_ATTEMPTS, nextAttempt } from './next-attempt';
import { Outbox } from './outbox';
import { type Claimed, Queue } from './queue';
import { WriteLetter } from './write-letter';

/** Letters that this process put are seen at once; this is for retries, and for what a process left that is gone. */
const LOOK_EVERY_MS = 5_000;
const SWEEP_EVERY_MS = 60_000;

/** Delivers what is in the outbox, one letter after the other, beside all requests. */
@Injectable()
export class Postman implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Postman.name);
  private readonly timers: NodeJS.Timeout[] = [];
  private round: Promise<void> | undefined;
  private again = false;
  private stopping = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly queue: Queue,
    private readonly writeLetter: WriteLetter,
    @Inject(CARRIER) private readonly carrier: Carrier,
  ) {}

  onApplicationBootstrap(): void {
    this.outbox.onPut(() => void this.deliver());
    // What was left when the program ended.
    void this.deliver();
    this.timers.push(
      setInterval(() => void this.deliver(), LOOK_EVERY_MS).unref(),
      setInterval(() => void this.sweep(), SWEEP_EVERY_MS).unref(),
    );
  }

  /** Finishes the letter in hand and takes up no other. The database is still open at this point. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.round;
  }

  /** Delivers all that is due. Resolves when nothing of what was due at the call is left in this process's hands. */
  deliver(clock = () => new Date()): Promise<void> {
    if (this.stopping) return Promise.resolve();
    this.again = true;
    this.round ??= this.deliverAll(clock);
    return this.round;
  }

  private async deliverAll(clock: () => Date): Promise<void> {
    try {
      while (this.again && !this.stopping) {
        this.again = false;
        let letter = await this.queue.claim(clock());
        while (letter) {
          await this.deliverOne(letter, clock);
          letter = this.stopping ? undefined : await this.queue.claim(clock());
        }
      }
    } catch (error) {
      // The database does not answer: the next look finds what is left.
      this.logger.error(error);
    } finally {
      // In the same turn as the last look at `again`, so that no call falls between two rounds.
      this.round = undefined;
    }
  }

  private async deliverOne(letter: Claimed, clock: () => Date): Promise<void> {
    try {
      await this.carrier.carry(this.writeLetter.run(letter));
    } catch (error) {
      return this.failed(letter, error, clock());
    }
    await this.queue.sent(letter, clock());
  }

  /** Logs name the letter, never its recipient: what a mail server says often repeats the address. */
  private async failed(letter: Claimed, error: unknown, now: Date): Promise<void> {
    const { reason, final } = error instanceof Undelivered ? error : { reason: 'other' as const, final: false };
    const over = final || letter.attempts >= MAX_ATTEMPTS;
    const { id: letterId, kind, attempts } = letter;
    const thrown = reason === 'other' ? { name: (error as Error).name } : {};
    this.logger.warn({ letterId, kind, attempts, reason, over, ...thrown }, 'A letter was not delivered');
    if (over) await this.queue.giveUp(letter, reason, now);
    else await this.queue.retry(letter, reason, nextAttempt(now, letter.attempts));
  }

  private async sweep(): Promise<void> {
    await this.queue.sweep(new Date()).catch((error: unknown) => this.logger.error(error));
  }
}
