import { Failure, mayCall, requestIdOf } from '@ceex/server';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { once } from 'node:events';
import { type Caller, rightsOf } from '../users/caller';
import { Callers } from '../users/callers';
import { type EngineAnswer, EngineClient } from './engine-client';
import { passOn } from './pass-on';
import type { UpstreamCall } from './upstream-call';

/** A browser opens no more than six connections to a host that speaks HTTP/1.1: streams must leave some free. */
export const MAX_STREAMS_OF_SESSION = 4;
/** All streams of this process; each holds a connection to the browser and one to the engine. */
export const MAX_STREAMS = 1_000;
/** So often is looked whether the session still lives and may still listen. */
export const RECHECK_MS = 10_000;
/** A stream ends after so long, whatever happens; the browser opens the next one by itself. */
export const MAX_STREAM_MS = 30 * 60_000;
const RETRY_AFTER_S = '30';

/**
 * Streams of events from the engine to browsers. They are passed on as they come, neither compressed nor collected, and
 * no faster than the browser reads. A stream ends with its session and with the right to listen, both looked up anew
 * every few seconds, and never lasts longer than half an hour.
 */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly open = new Map<AbortController, string>();
  private isEnding = false;

  constructor(
    private readonly engine: EngineClient,
    private readonly callers: Callers,
  ) {}

  /** How many are open. */
  get count(): number {
    return this.open.size;
  }

  /** Passes the stream that `call` opens on to `response`; resolves when it has ended. It must begin before `late`. */
  async run(
    call: UpstreamCall,
    caller: Caller,
    request: Request,
    response: Response,
    late: AbortSignal,
  ): Promise<void> {
    if (this.isEnding) throw new Failure('busy', { headers: { 'retry-after': '1', connection: 'close' } });
    this.refuseTooMany(caller.sessionId);
    const ended = new AbortController();
    this.open.set(ended, caller.sessionId);
    const timers = [
      setInterval(() => void this.recheck(call, caller, ended), RECHECK_MS),
      setTimeout(() => ended.abort(), MAX_STREAM_MS),
    ];
    const onClose = () => ended.abort();
    response.once('close', onClose);
    try {
      const beginning = new AbortController();
      const giveUp = () => beginning.abort();
      late.addEventListener('abort', giveUp);
      const signal = AbortSignal.any([ended.signal, beginning.signal]);
      const answer = await this.engine.send(call, caller, requestIdOf(request) ?? '', signal);
      // Only the beginning is due soon; after that the engine speaks when there is something to say.
      late.removeEventListener('abort', giveUp);
      await passEvents(answer, response, ended.signal);
    } finally {
      response.off('close', onClose);
      for (const timer of timers) clearTimeout(timer);
      this.open.delete(ended);
      ended.abort();
    }
  }

  beforeApplicationShutdown(): void {
    this.isEnding = true;
    for (const ended of this.open.keys()) ended.abort();
  }

  private refuseTooMany(sessionId: string): void {
    const own = [...this.open.values()].filter((id) => id === sessionId).length;
    if (own < MAX_STREAMS_OF_SESSION && this.open.size < MAX_STREAMS) return;
    throw new Failure('too-many-requests', { headers: { 'retry-after': RETRY_AFTER_S } });
  }

  private async recheck(call: UpstreamCall, { sessionId, userId }: Caller, ended: AbortController): Promise<void> {
    const { route } = call.rule;
    // A database that is away for a moment says nothing about the session; the next look will.
    const caller = await this.callers.find(sessionId, userId).catch(() => null);
    if (caller === null) return;
    if (!caller || !mayCall(route.access, rightsOf(caller), call.params)) ended.abort();
  }
}

async function passEvents(answer: EngineAnswer, response: Response, ended: AbortSignal): Promise<void> {
  passOn(answer, response);
  // `no-transform` keeps compression away, which would hold events back.
  response.setHeader('cache-control', 'no-store, no-transform');
  response.setHeader('x-accel-buffering', 'no');
  // Streams end when the program does, after it has closed the connections that were idle.
  response.setHeader('connection', 'close');
  response.flushHeaders();
  if (!ended.aborted) answer.data.pipe(response);
  // A stream that breaks off is one that ended: the browser comes back and says what it has seen.
  if (!ended.aborted) await Promise.race([once(answer.data, 'close'), once(ended, 'abort')]).catch(() => undefined);
  answer.data.destroy();
  response.end();
}
