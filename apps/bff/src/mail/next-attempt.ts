/** After so many deliveries a letter is given up: with the waits below that is about a day. */
export const MAX_ATTEMPTS = 30;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * When to try again after `attempts` deliveries: the wait doubles from half a minute up to an hour. It is longer or
 * shorter by up to a quarter (`chance` in [0, 1)), so that letters that failed together do not come back together.
 */
export function nextAttempt(now: Date, attempts: number, chance = Math.random()): Date {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
  return new Date(now.getTime() + Math.round(wait * (0.75 + chance / 2)));
}
