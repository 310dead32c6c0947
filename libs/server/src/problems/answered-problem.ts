import type { ProblemCode } from '@ceex/contracts';
import type { ServerResponse } from 'node:http';

const codes = new WeakMap<ServerResponse, ProblemCode>();

/** Keeps in mind with which problem a request was answered. */
export function noteProblem(response: ServerResponse, code: ProblemCode): void {
  codes.set(response, code);
}

/** The code of the problem that a request was answered with; undefined where there was none. */
export function answeredProblem(response: ServerResponse): ProblemCode | undefined {
  return codes.get(response);
}
