import type { Id } from './case-schema';
import { shown, type FieldErrors, type FieldPath } from './field-errors';

/** Positions of things by the text of their ids; an id that is there twice is an error at the second. */
export function positionsById(
  things: readonly { readonly id: Id }[],
  path: FieldPath,
  errors: FieldErrors,
): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [at, { id }] of things.entries()) {
    const before = positions.get(String(id));
    if (before === undefined) {
      positions.set(String(id), at);
      continue;
    }
    const same = things[before]!.id === id ? '' : ` (${shown(things[before]!.id)} and ${shown(id)} are one id)`;
    errors.add([...path, at, 'id'], `${shown(id)} is the id of ${path.at(-1)}[${before}] already${same}`);
  }
  return positions;
}

/**
 * Rank of every id, from 0: numbers by size, then texts by their UTF-16 codes. Ties follow it, so it must not depend on
 * the order of the input.
 */
export function ranks(things: readonly { readonly id: Id }[]): Int32Array {
  const places = Array.from(things, (_, at) => at);
  places.sort((a, b) => compareIds(things[a]!.id, things[b]!.id));
  const rank = new Int32Array(things.length);
  places.forEach((at, position) => (rank[at] = position));
  return rank;
}

function compareIds(a: Id, b: Id): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1;
  return typeof b === 'number' || a > b ? 1 : -1;
}
