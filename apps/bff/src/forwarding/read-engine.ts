import { Failure } from '@ceex/server';
import { Injectable, Logger } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { AnswerRelay, AskedToWait, NoAnswer, type RelayOptions, StrangeAnswer } from './answer-relay';
import { EngineCircuit, EngineSilence } from './engine-circuit';
import { EnginePool } from './engine-pool';

/** Who is asked to come back later than this is told so, instead of being kept waiting. */
const LONGEST_WAIT_S = 1;
const JITTER_MS = 100;

export interface EngineRead extends RelayOptions {
  readonly target: string;
  readonly headers: readonly string[];
  readonly timeoutMs: number;
}

/** A read under way: which answer is passed on just now, and why there is to be none any more. */
class Reading {
  relay?: AnswerRelay;
  private reason?: Error;
  isGone = false;

  end(reason: Error): void {
    this.reason ??= reason;
    this.relay?.abort(reason);
  }

  begin(relay: AnswerRelay): void {
    this.relay = relay;
    if (this.reason) relay.abort(this.reason);
  }
}

/**
 * Reads of the engine, passed on to browsers. A read is tried once more where the engine said nothing (a connection
 * that it had just closed), or asked to come back in a moment; after some random milliseconds, so that not all who were
 * refused together come back together. It never lasts longer than the rule's time.
 */
@Injectable()
export class ReadEngine {
  private readonly logger = new Logger(ReadEngine.name);

  constructor(
    private readonly pool: EnginePool,
    private readonly circuit: EngineCircuit,
  ) {}

  /** Resolves when `response` has the answer, or its browser is gone. Throws a `Failure` where it has nothing yet. */
  async run(read: EngineRead, response: ServerResponse): Promise<void> {
    const reading = new Reading();
    const late = setTimeout(() => reading.end(new EngineSilence('upstream-timeout')), read.timeoutMs);
    const onClose = () => {
      reading.isGone = true;
      reading.end(new Error('The browser is gone'));
    };
    response.once('close', onClose);
    try {
      await this.circuit.run(() => this.attempts(read, response, reading));
    } catch (error) {
      if (reading.isGone) return;
      if (!response.headersSent) throw error;
      // Half of the answer is out: only cutting the line tells the browser.
      response.destroy();
    } finally {
      clearTimeout(late);
      response.off('close', onClose);
    }
  }

  private async attempts(read: EngineRead, response: ServerResponse, reading: Reading): Promise<void> {
    const attempt = (waitsSeconds: number) => {
      const relay = new AnswerRelay(response, read, waitsSeconds);
      this.pool.get(read.target, read.headers, relay);
      reading.begin(relay);
      return relay.done;
    };
    try {
      await attempt(LONGEST_WAIT_S).catch(async (error: unknown) => {
        const waits = error instanceof AskedToWait;
        if (reading.isGone || !(waits || error instanceof NoAnswer)) throw error;
        await after((waits ? error.seconds * 1_000 : 0) + Math.random() * JITTER_MS);
        return attempt(-1);
      });
    } catch (error) {
      throw reading.isGone ? error : this.failureOf(error);
    }
  }

  private failureOf(error: unknown): Failure {
    if (error instanceof StrangeAnswer) {
      this.logger.error(`The engine answered ${error.engineStatus}: do both sides have the same ENGINE_TOKEN_SECRET?`);
    }
    return error instanceof Failure ? error : new EngineSilence('upstream-unavailable', (error as Error).cause);
  }
}
