import { pathOf, problem, type Route } from '@ceex/contracts';
import { Failure, type Rights } from '@ceex/server';
import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { EngineClient } from '../forwarding/engine-client';
import { LimitedBody } from '../forwarding/limited-body';
import type { Caller } from '../users/caller';

const TIMEOUT_MS = 10_000;
/** The households of the largest community fit. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** By this the engine knows the questions that the BFF asks for itself. */
const PSEUDONYM = 'ceex-bff';

export interface Question {
  readonly params?: Readonly<Record<string, number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly timeoutMs?: number;
}

type AnswerOf<R extends Route> = R['schemas']['response'] extends z.ZodType ? z.output<R['schemas']['response']> : void;

/**
 * Asks the engine what the BFF itself needs to know, with claims that allow this and no more. What the engine refuses is
 * refused with the same code and fields; else `upstream-timeout` or `upstream-unavailable`.
 */
@Injectable()
export class AskEngine {
  private readonly logger = new Logger(AskEngine.name);

  constructor(private readonly engine: EngineClient) {}

  /** `who` is a caller in whose name it asks, or the rights that the BFF takes for itself. */
  async run<R extends Route>(route: R, question: Question, who: Caller | Partial<Rights>): Promise<AnswerOf<R>> {
    const { params = {}, query = {}, body, timeoutMs = TIMEOUT_MS } = question;
    const late = AbortSignal.timeout(timeoutMs);
    const call = {
      rule: { route, timeoutMs, maxBodyBytes: Number.POSITIVE_INFINITY },
      params,
      target: `${pathOf(route, params)}${queryText(query)}`,
      ...(body !== undefined && { json: JSON.stringify(body) }),
    };
    try {
      const { status, data } = await this.engine.send(
        call,
        'userId' in who ? who : callerWith(who),
        randomUUID(),
        late,
      );
      const answer: unknown = JSON.parse(await textOf(data));
      if (status >= 400) throw refusal(answer);
      return route.schemas.response?.parse(answer) as AnswerOf<R>;
    } catch (error) {
      if (error instanceof Failure) throw error;
      if (late.aborted) throw new Failure('upstream-timeout');
      this.logger.error(`${route.method} ${route.path}: ${String(error)}`);
      throw new Failure('upstream-unavailable');
    }
  }
}

/** Nobody's session: only its rights are told to the engine. */
function callerWith({ operates = [], administers = false }: Partial<Rights>): Caller {
  return {
    ...{ userId: '', sessionId: '', email: '', language: 'en' },
    ...{ pseudonym: PSEUDONYM, nodes: [], operates, administers },
  };
}

function queryText(query: NonNullable<Question['query']>): string {
  const text = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) text.append(key, String(value));
  return text.size === 0 ? '' : `?${text}`;
}

async function textOf(data: Readable): Promise<string> {
  const body = data.pipe(new LimitedBody(MAX_ANSWER_BYTES));
  data.once('error', (error) => body.destroy(error));
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function refusal(answer: unknown): Failure {
  const { code, detail, errors } = problem.parse(answer);
  // A fault of the engine is not ours to report as one of ours.
  return code === 'internal' ? new Failure('upstream-unavailable') : new Failure(code, { detail, errors });
}
