import { Failure } from '@ceex/server';
import { Injectable, Logger } from '@nestjs/common';
import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleType } from 'cockatiel';
import { engineCalls } from '../operation/bff-metrics';

/** So many calls in a row that the engine did not answer open the circuit. */
export const OPENS_AFTER = 8;
/** After so long one call may try again; it says for all others whether the engine is back. */
export const TRIES_AGAIN_AFTER_MS = 2_000;

/** The engine is not there, or too slow; clients may come back in a moment. */
export class EngineSilence extends Failure {
  constructor(
    code: 'upstream-unavailable' | 'upstream-timeout',
    override readonly cause?: unknown,
  ) {
    super(code, { headers: { 'retry-after': String(Math.ceil(TRIES_AGAIN_AFTER_MS / 1_000)) } });
  }
}

/**
 * Stops asking an engine that does not answer: after some failures in a row every call is refused at once, until one
 * that is let through succeeds. Answers of any status are answers; only silence counts: no connection, or a time-out.
 */
@Injectable()
export class EngineCircuit {
  private readonly logger = new Logger(EngineCircuit.name);
  private readonly breaker = circuitBreaker(handleType(EngineSilence), {
    halfOpenAfter: TRIES_AGAIN_AFTER_MS,
    breaker: new ConsecutiveBreaker(OPENS_AFTER),
  });

  constructor() {
    this.breaker.onFailure(({ reason }) => this.logger.error('error' in reason ? textOf(reason.error) : 'no answer'));
    this.breaker.onBreak(() => this.logger.warn('The engine does not answer: calls are refused for a while'));
    this.breaker.onReset(() => this.logger.log('The engine answers again'));
  }

  get state(): CircuitState {
    return this.breaker.state;
  }

  /** Runs `call` where the circuit lets it; else throws `upstream-unavailable` with `Retry-After`, and runs nothing. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    const measured = engineCalls.startTimer();
    try {
      // One call probes; the others need not wait for it.
      if (this.breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
      const result = await this.breaker.execute(call);
      measured({ outcome: 'answered' });
      return result;
    } catch (error) {
      measured({ outcome: outcomeOf(error) });
      throw error instanceof BrokenCircuitError ? new EngineSilence('upstream-unavailable') : error;
    }
  }
}

function outcomeOf(error: unknown): 'refused' | 'silent' | 'failed' {
  if (error instanceof BrokenCircuitError) return 'refused';
  return error instanceof EngineSilence ? 'silent' : 'failed';
}

function textOf(error: unknown): string {
  const { message, cause } = error as Error;
  const { message: why = '', code = '' } = (cause ?? {}) as { message?: string; code?: string };
  return `${message} ${why} ${code}`.trim();
}
