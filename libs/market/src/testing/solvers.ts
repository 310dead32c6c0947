import { clear } from '../clearing/clear';
import { naiveClear } from './naive/naive-clear';

/** The two ways to clear that every example and property is put to, for `describe.each`. */
export const SOLVERS: readonly (readonly [name: string, solve: typeof clear])[] = [
  ['naive', naiveClear],
  ['fast', clear],
];
