import { ENGINE_PREFIX } from '@ceex/contracts';
import { Failure, nameRoute, requestIdOf } from '@ceex/server';
import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { Caller } from '../users/caller';
import { AuditedWrites, type Outcome } from './audited-writes';
import { CallLimits } from './call-limits';
import { EngineSilence } from './engine-circuit';
import { type EngineAnswer, EngineClient } from './engine-client';
import { LimitedBody } from './limited-body';
import { LiveStreams } from './live-streams';
import { passOn } from './pass-on';
import { type UpstreamCall, upstreamCallOf } from './upstream-call';

/** Forwards a request to the engine, where it may be, and streams the answer back. */
@Injectable()
export class Forward {
  private readonly logger = new Logger(Forward.name);

  constructor(
    private readonly engine: EngineClient,
    private readonly liveStreams: LiveStreams,
    private readonly limits: CallLimits,
    private readonly auditedWrites: AuditedWrites,
  ) {}

  async run(request: Request, response: Response, caller: Caller): Promise<void> {
    const call = upstreamCallOf(request, caller);
    nameRoute(request, ENGINE_PREFIX + call.rule.route.path);
    const leave = this.limits.enter(caller.sessionId, call.rule);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const isStream = call.rule.route.answerType !== undefined;
    const late = AbortSignal.timeout(call.rule.timeoutMs);
    const signal = AbortSignal.any([gone.signal, late]);
    try {
      if (isStream) return await this.liveStreams.run(call, caller, request, response, late);
      const answer = await this.audited(call, caller, () => this.send(call, request, caller, signal));
      await stream(answer, response, signal);
    } catch (error) {
      // Nobody is left to answer.
      if (gone.signal.aborted) return;
      throw this.failureOf(error, late);
    } finally {
      leave();
    }
  }

  /** A write is noted before it is sent, and in the audit log before its answer is passed on. */
  private async audited(call: UpstreamCall, caller: Caller, send: () => Promise<EngineAnswer>): Promise<EngineAnswer> {
    const note = await this.auditedWrites.note(call, caller);
    if (note === undefined) return send();
    const settle = (outcome: Outcome) =>
      // What cannot be settled now is settled later; the write itself has happened.
      this.auditedWrites.settle(note, outcome).catch((error: unknown) => this.logger.error(error));
    try {
      const answer = await send();
      await settle(outcomeOf(answer.status));
      return answer;
    } catch (error) {
      await settle(error instanceof Failure && error.code === 'payload-too-large' ? 'refused' : 'unknown');
      throw error;
    }
  }

  private async send(call: UpstreamCall, request: Request, caller: Caller, signal: AbortSignal): Promise<EngineAnswer> {
    const requestId = requestIdOf(request) ?? '';
    if (call.rule.route.bodyType === undefined) return this.engine.send(call, caller, requestId, signal);
    const body = new LimitedBody(call.rule.maxBodyBytes);
    let tooLarge: Error | undefined;
    body.once('error', (error) => (tooLarge = error));
    request.once('error', (error) => body.destroy(error)).pipe(body);
    try {
      return await this.engine.send(call, caller, requestId, signal, body);
    } catch (error) {
      throw tooLarge ?? error;
    }
  }

  private failureOf(error: unknown, late: AbortSignal): Failure {
    if (error instanceof Failure) return error;
    if (late.aborted) return new EngineSilence('upstream-timeout');
    this.logger.error(error instanceof Error ? `${error.message} ${'code' in error ? error.code : ''}` : String(error));
    return new EngineSilence('upstream-unavailable');
  }
}

function outcomeOf(status: number): Outcome {
  if (status < 300) return 'done';
  return status < 500 || status === 503 ? 'refused' : 'unknown';
}

async function stream(answer: EngineAnswer, response: Response, signal: AbortSignal): Promise<void> {
  passOn(answer, response);
  await pipeline(answer.data, response, { signal });
}
