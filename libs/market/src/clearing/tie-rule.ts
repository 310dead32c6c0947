import type { Book } from './book';
import type { Groups } from './groups';
import { shareOut } from './share';

/**
 * The tie rule: every group's fill goes to its nodes in proportion to quantity, a node's part to its orders likewise.
 * By node first, so that cutting an order in pieces gains nothing.
 *
 * @param groupFilled Wh by group.
 * @param filled receives Wh by order of the book.
 */
export function shareFills(
  book: Book,
  groups: Groups,
  groupFilled: Float64Array,
  intervalIndex: number,
  filled: Float64Array,
): void {
  for (let group = 0; group < groups.count; group++) {
    const first = groups.first[group]!;
    const end = groups.first[group + 1]!;
    const amount = groupFilled[group]!;
    if (amount === groups.quantity[group] || amount === 0 || end === first + 1) {
      for (let at = first; at < end; at++) {
        const order = groups.members[at]!;
        filled[order] = Math.min(amount, book.quantity[order]!);
      }
    } else {
      shareGroup(book, groups.members.subarray(first, end), amount, intervalIndex, filled);
    }
  }
}

function shareGroup(book: Book, members: Int32Array, amount: number, turn: number, filled: Float64Array): void {
  const starts = [...members.keys()].filter(
    (at) => at === 0 || book.node[members[at]!] !== book.node[members[at - 1]!],
  );
  const quantities = Float64Array.from(members, (order) => book.quantity[order]!);
  if (starts.length === members.length) {
    const shares = shareOut(quantities, amount, turn);
    members.forEach((order, at) => (filled[order] = shares[at]!));
    return;
  }
  const ends = [...starts.slice(1), members.length];
  const byNode = starts.map((start, at) => quantities.subarray(start, ends[at]).reduce((sum, wh) => sum + wh, 0));
  const nodeShares = shareOut(Float64Array.from(byNode), amount, turn);
  starts.forEach((start, at) => {
    const shares = shareOut(quantities.subarray(start, ends[at]), nodeShares[at]!, 0);
    shares.forEach((share, offset) => (filled[members[start + offset]!] = share));
  });
}
