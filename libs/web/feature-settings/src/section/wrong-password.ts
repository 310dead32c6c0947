import type { ProblemError } from '@ceex/web-data-access/start';

/** To whoever is signed in already, credentials that are wrong can only be the password. */
export function isWrongPassword({ code }: ProblemError): boolean {
  return code === 'wrong-password' || code === 'wrong-credentials';
}
