import type { Problem, ProblemCode } from '@ceex/contracts';
import { HttpException } from '@nestjs/common';
import { z } from 'zod';
import { Failure } from './failure';
import { codeOfStatus, MEANINGS } from './statuses';
import { fieldErrors } from './validation';

export interface Answer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** The exception is a bug or a breakdown: log it with its stack. */
  readonly unexpected: boolean;
}

/** The problem details (RFC 9457) that answer `exception`. Nothing of an unexpected one leaves the server. */
export function problemOf(exception: unknown, requestId?: string): Answer {
  if (exception instanceof Failure) {
    const { headers = {}, detail, errors, lines, rejectedLines, methods } = exception.details;
    return {
      headers,
      unexpected: false,
      problem: compact({
        ...bare(exception.code, requestId),
        detail,
        errors: errors && [...errors],
        lines: lines && [...lines],
        rejectedLines,
        methods: methods && [...methods],
      }),
    };
  }
  if (exception instanceof z.core.$ZodError) return fromZod(exception, requestId);
  const status = statusOf(exception);
  const code = codeOfStatus(status);
  return { problem: bare(code, requestId), headers: {}, unexpected: code === 'internal' };
}

/** A problem with nothing but what its code says. */
export function bare(code: ProblemCode, requestId?: string): Problem {
  const { status, title } = MEANINGS[code];
  return compact({ type: `urn:ceex:problem:${code}`, title, status, code, requestId });
}

function fromZod(exception: z.core.$ZodError, requestId?: string): Answer {
  return {
    problem: { ...bare('bad-request', requestId), errors: fieldErrors(exception) },
    headers: {},
    unexpected: false,
  };
}

/** Nest's exceptions carry a status, and so do the body parser's errors; anything else is ours. */
function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  if (exception instanceof Error && 'expose' in exception && 'status' in exception) return Number(exception.status);
  return 500;
}

function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
