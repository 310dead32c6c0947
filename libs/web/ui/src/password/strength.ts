/** From hardly any to strong; each has a word of its own. */
export const STRENGTHS = ['very-weak', 'weak', 'fair', 'good', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** The shortest password that is taken at all, in characters. */
export const SHORTEST = 8;
/** What a password of so many characters can be at best: the words of most languages are in no list that is loaded. */
const BEST_OF_LENGTH: readonly (readonly [length: number, best: number])[] = [
  [SHORTEST, 0],
  [12, 2],
  [15, 3],
];

/** The strength of a password that a guesser scores from 0 to 4. */
export function strengthOf(password: string, score: number): Strength {
  const length = [...password].length;
  const best = BEST_OF_LENGTH.find(([below]) => length < below)?.[1] ?? 4;
  return STRENGTHS[Math.max(0, Math.min(score, best, 4))] ?? 'very-weak';
}

/** What somebody who guesses knows first: the parts of the e-mail address. */
export function wordsOf(email: string): string[] {
  return [email, ...email.split('@'), ...email.split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length > 2);
}
