import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Failure } from '@ceex/server';
import { sumOfTotals, type ReplayTotals } from '@ceex/market';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { ENGINE_CONFIG, type EngineConfig } from '../config/engine-config';
import { replayDuration } from '../operation/engine-metrics';
import type { ReplayTask } from './replay-task';
import { ReplayWorkerFile } from './replay-worker-file';

/** A thread that had nothing to do for so long ends. */
const IDLE_MS = 60_000;
/** So many are run or wait at most; who comes on top is told to try again. */
const MAX_OPEN = 32;
/** A task that takes longer is given up, with its thread. A year takes a fraction of it. */
const MAX_TASK_MS = 8_000;

/** Threads that clear the past again, beside the requests. */
@Injectable()
export class ReplayPool implements OnApplicationShutdown {
  #pool: Piscina<ReplayTask, ReplayTotals[] | null> | undefined;
  readonly #threads: number;
  /** Counted here: the pool's own limit does not count tasks that can be aborted. */
  #open = 0;

  constructor(
    private readonly workerFile: ReplayWorkerFile,
    @Inject(ENGINE_CONFIG) { REPLAY_THREADS: threads }: Pick<EngineConfig, 'REPLAY_THREADS'>,
  ) {
    // One core is left to the requests.
    this.#threads = threads === 'auto' ? Math.max(1, availableParallelism() - 1) : threads;
  }

  /** How many are run or wait. */
  get open(): number {
    return this.#open;
  }

  /**
   * Clears the task's segments again, shared among the threads; the totals by terms. When `signal` aborts the threads
   * stop within a few milliseconds and keep what they have learnt. Refused with `busy` when too much waits, when it
   * takes too long, or when it was stopped.
   */
  async run(task: Omit<ReplayTask, 'stop'>, signal: AbortSignal): Promise<ReplayTotals[]> {
    if (this.#open >= MAX_OPEN) throw busy('Too many replays wait already.');
    const stop = new SharedArrayBuffer(4);
    const ring = (): void => void Atomics.store(new Int32Array(stop), 0, 1);
    signal.addEventListener('abort', ring, { once: true });
    if (signal.aborted) ring();
    this.#open++;
    const measured = replayDuration.startTimer();
    try {
      const totals = await this.#share({ ...task, stop });
      measured({ outcome: 'answered' });
      return task.terms.map((_, at) => sumOfTotals(totals.map((part) => part[at] as ReplayTotals)));
    } catch (error) {
      measured({ outcome: signal.aborted ? 'left' : 'failed' });
      throw error;
    } finally {
      // Where one thread failed, the others need not go on.
      ring();
      this.#open--;
      signal.removeEventListener('abort', ring);
    }
  }

  /** The totals of each thread, by terms. */
  async #share(task: ReplayTask): Promise<ReplayTotals[][]> {
    const late = AbortSignal.timeout(MAX_TASK_MS);
    const shares = shared(task.segments, this.#threads).map(async (segments) => {
      const totals = await this.#started().run({ ...task, segments }, { signal: late });
      return totals ?? Promise.reject(busy('Nobody waits for the replay any more.'));
    });
    return Promise.all(shares).catch((error: unknown) => {
      throw late.aborted ? busy('The replay took too long.') : error;
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool?.destroy();
  }

  #started(): Piscina<ReplayTask, ReplayTotals[] | null> {
    this.#pool ??= new Piscina({
      filename: this.workerFile.path(),
      minThreads: 0,
      maxThreads: this.#threads,
      idleTimeout: IDLE_MS,
    });
    return this.#pool;
  }
}

/** Cuts the segments into as many pieces, of about as many intervals each. */
function shared<T extends { from: number; to: number }>(segments: readonly T[], pieces: number): T[][] {
  const all = segments.reduce((sum, { from, to }) => sum + to - from, 0);
  const shares: T[][] = Array.from({ length: pieces }, () => []);
  let before = 0;
  for (const segment of segments) {
    shares[Math.min(pieces - 1, Math.floor((before * pieces) / Math.max(1, all)))]?.push(segment);
    before += segment.to - segment.from;
  }
  return shares.filter((share) => share.length > 0);
}

function busy(detail: string): Failure {
  return new Failure('busy', { detail, headers: { 'retry-after': '1' } });
}
