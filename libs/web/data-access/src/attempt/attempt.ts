import { signal, type Signal } from '@angular/core';
import { type ProblemError, toProblemError } from '../problem-error';
import { waitTimer } from './wait-timer';

/** How long to wait where the server refuses more attempts without saying for how long. */
const DEFAULT_WAIT_SECONDS = 30;

/** A form on its way to the server: one at a time, and what came of it. */
export interface Attempt {
  readonly running: Signal<boolean>;
  /** What went wrong last. */
  readonly problem: Signal<ProblemError | null>;
  /** Seconds until the server takes another attempt. */
  readonly wait: Signal<number>;
  /** Whether another one would be refused now. */
  blocked(): boolean;
  /** Resolves to what went wrong; to null where nothing did. */
  run(work: () => Promise<unknown>): Promise<ProblemError | null>;
  clear(): void;
}

/** Call in an injection context. */
export function attempt(): Attempt {
  const running = signal(false);
  const problem = signal<ProblemError | null>(null);
  const wait = waitTimer();
  return {
    running: running.asReadonly(),
    problem: problem.asReadonly(),
    wait: wait.seconds,
    blocked: () => running() || wait.seconds() > 0,
    async run(work) {
      running.set(true);
      problem.set(null);
      const failure = await work().then(() => null, toProblemError);
      running.set(false);
      problem.set(failure);
      if (failure?.code === 'too-many-requests') wait.start(failure.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS);
      return failure;
    },
    clear: () => problem.set(null),
  };
}
