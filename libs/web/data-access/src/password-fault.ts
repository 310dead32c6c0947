import type { PasswordFault } from '@ceex/contracts';
import type { ProblemError } from './problem-error';

const FAULTS: readonly PasswordFault[] = ['too-short', 'too-common', 'like-email'];

/** Why the server refused a new password; null where it refused something else. */
export function passwordFault({ code, errors }: ProblemError): PasswordFault | null {
  if (code !== 'password-refused') return null;
  return FAULTS.find((fault) => errors.some(({ message }) => message === fault)) ?? 'too-common';
}
