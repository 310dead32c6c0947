import { HttpErrorResponse } from '@angular/common/http';
import type { FieldError, LineError, Problem, ProblemCode, SecondStep } from '@ceex/contracts';
import { PROBLEM_CODES } from '@ceex/contracts/constants';

/** The codes of the contracts, and two that only a client meets: no connection, an answer it cannot read. */
export type ClientProblemCode = ProblemCode | 'offline' | 'unreadable';

/** What went wrong with a call, as a stable code to translate; never a message to print. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: ClientProblemCode,
    /** HTTP status; 0 without an answer. */
    readonly status: number,
    /** How long to wait before the next attempt, where the server said so. */
    readonly retryAfterSeconds: number | null = null,
    readonly errors: readonly FieldError[] = [],
    readonly requestId: string | null = null,
    /** Of a file whose lines were rejected: the first of them. */
    readonly lines: readonly LineError[] = [],
    /** With `second-factor-required`: the ways on. */
    readonly methods: readonly SecondStep[] = [],
  ) {
    super(`${code} (${status})`);
  }
}

/** Any failure of a call as a ProblemError: problem details, a lost connection, or an answer that is not as agreed. */
export function toProblemError(failure: unknown): ProblemError {
  if (failure instanceof ProblemError) return failure;
  if (!(failure instanceof HttpErrorResponse)) return new ProblemError('unreadable', 200);
  if (failure.status === 0) return new ProblemError('offline', 0);
  const retryAfter = readSeconds(failure.headers.get('retry-after'));
  const body = readBody(failure.error);
  if (!isProblem(body)) return new ProblemError(codeOfStatus(failure.status), failure.status, retryAfter);
  const { code, errors, requestId, lines, methods } = body;
  return new ProblemError(code, failure.status, retryAfter, errors, requestId ?? null, lines, methods);
}

/** Whether these are the contracts' problem details. Without their schema: the first page is not to wait for zod. */
function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  const { code, errors, lines, methods } = body as Partial<Record<keyof Problem, unknown>>;
  if (!PROBLEM_CODES.some((known) => known === code)) return false;
  return areAll(errors, isFieldError) && areAll(lines, isLineError) && areAll(methods, isText);
}

function areAll(list: unknown, isOne: (one: unknown) => boolean): boolean {
  return list === undefined || (Array.isArray(list) && list.every(isOne));
}

function isText(one: unknown): one is string {
  return typeof one === 'string';
}

function isFieldError(error: unknown): error is FieldError {
  const { path, message } = (error ?? {}) as Partial<Record<keyof FieldError, unknown>>;
  return typeof path === 'string' && typeof message === 'string';
}

function isLineError(error: unknown): error is LineError {
  const { line, code } = (error ?? {}) as Partial<Record<keyof LineError, unknown>>;
  return typeof line === 'number' && typeof code === 'string';
}

/** A failed answer's body arrives as text when its type is not plain JSON. */
function readBody(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function readSeconds(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null;
}

/** An answer without problem details comes from something in between, such as a proxy. */
function codeOfStatus(status: number): ClientProblemCode {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 413) return 'payload-too-large';
  if (status === 429) return 'too-many-requests';
  if (status === 502 || status === 503) return 'upstream-unavailable';
  if (status === 504) return 'upstream-timeout';
  return status >= 500 ? 'internal' : 'unreadable';
}
