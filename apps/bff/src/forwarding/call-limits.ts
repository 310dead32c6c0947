import { Failure } from '@ceex/server';
import { Inject, Injectable } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import type { ForwardingRule } from './allow-list';

const WINDOW_MS = 60_000;

/**
 * Counts what each session asks of the engine, rule by rule, in this process: calls in a minute, and calls at a time.
 * It keeps one household's runaway page from taking the engine from all others; it is not what keeps attackers out.
 */
@Injectable()
export class CallLimits {
  private window = 0;
  private calls = new Map<string, number>();
  private readonly running = new Map<string, number>();

  constructor(@Inject(BFF_CONFIG) private readonly config: BffConfig) {}

  /** Takes a place for a call, and gives what frees it. Throws `too-many-requests` with `Retry-After` where none is left. */
  enter(sessionId: string, rule: ForwardingRule, nowMs = Date.now()): () => void {
    const key = `${sessionId} ${rule.route.method} ${rule.route.path}`;
    const window = Math.floor(nowMs / WINDOW_MS);
    if (window !== this.window) this.calls = new Map();
    this.window = window;
    const calls = this.calls.get(key) ?? 0;
    const running = this.running.get(key) ?? 0;
    if (running >= rule.atOnce) throw tooMany(1);
    if (calls >= rule.perMinute * this.config.CALLS_PER_MINUTE_FACTOR) {
      throw tooMany(Math.ceil(((window + 1) * WINDOW_MS - nowMs) / 1_000));
    }
    this.calls.set(key, calls + 1);
    this.running.set(key, running + 1);
    return () => this.leave(key);
  }

  private leave(key: string): void {
    const left = (this.running.get(key) ?? 1) - 1;
    if (left > 0) this.running.set(key, left);
    else this.running.delete(key);
  }
}

function tooMany(seconds: number): Failure {
  return new Failure('too-many-requests', { headers: { 'retry-after': String(seconds) } });
}
