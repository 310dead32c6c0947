import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** A chunk of its own, and a big one: the words that people make passwords of. It loads once somebody types one. */
const estimate = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** How hard a password is to guess, from 0 to 4, for somebody who also knows `words` about its owner. */
export function guessable(password: string, words: readonly string[]): number {
  return estimate.check(password, [...words]).score;
}
