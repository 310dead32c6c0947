/** A chunk of its own: zod and what it makes of an account come beside the answer, not before the first page. */
export { me } from '@ceex/contracts';
