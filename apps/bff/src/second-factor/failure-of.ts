import { Failure } from '@ceex/server';
import type { Verdict } from './prove-second-factor';

/** What a verdict other than `right` is called outside. Thrown after the commit: what was wrong must stay counted. */
export function failureOf(verdict: Exclude<Verdict, 'right'>): Failure {
  if (verdict === 'wrong') return new Failure('wrong-code');
  return new Failure('too-many-requests', { headers: { 'retry-after': String(verdict.waitSeconds) } });
}
