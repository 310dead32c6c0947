import type { OccupiedNode } from '@ceex/contracts';

/** So many are offered at once; a search narrows them down. */
export const SHOWN_NODES = 60;

/** Nodes to choose from: free ones first, then by what they are called; only those whose label or code holds the text. */
export function offeredNodes(nodes: readonly OccupiedNode[], search: string): readonly OccupiedNode[] {
  const part = search.trim().toLocaleLowerCase();
  const holds = (text: string) => text.toLocaleLowerCase().includes(part);
  return nodes
    .filter(({ code, label }) => holds(code) || holds(label))
    .sort((a, b) => rank(a) - rank(b) || compare(a.label, b.label) || compare(a.code, b.code));
}

/** House 9 before house 10. */
const { compare } = new Intl.Collator(undefined, { numeric: true });

/** Free, only offered, taken. */
function rank({ people, invited }: OccupiedNode): number {
  return people > 0 ? 2 : invited > 0 ? 1 : 0;
}

/** The key of the words that say whether somebody has a node. */
export function occupation({ people, invited }: OccupiedNode): 'free' | 'invited' | 'one' | 'several' {
  if (people > 0) return people === 1 ? 'one' : 'several';
  return invited > 0 ? 'invited' : 'free';
}
