import type { Clearing } from '../../clearing/clearing';
import { reasonMutations } from './reason-mutations';
import { swaps } from './swaps';

/** A clearing with one thing changed, and what that is. */
export interface Mutation {
  readonly what: string;
  readonly clearing: Clearing;
}

/** Every list of a clearing, with a change or two for each field of its entries. */
type Lists = Pick<Clearing, 'fills' | 'flows' | 'prices' | 'trades' | 'ownUse'>;
type Changes<T> = { readonly [Field in keyof Required<T>]: readonly ((value: T[Field]) => unknown)[] };

const byOne = [(value: number) => value + 1, (value: number) => value - 1];
const renamed = [(id: string) => `${id}x`];
const sides = [(side: string) => (side === 'ask' ? 'bid' : 'ask')];
/** A millimetre. */
const byLength = [(value: number) => value + 0.001, (value: number) => value - 0.001];

const CHANGES: { readonly [List in keyof Lists]: Changes<Lists[List][number]> } = {
  fills: { orderId: renamed, node: byOne, side: sides, filledWh: byOne, reason: [] },
  flows: { node: byOne, flowWh: [...byOne, (value) => (value === 0 ? 2 : -value)] },
  prices: { node: byOne, priceMicroPerKwh: byOne },
  trades: {
    seller: byOne,
    buyer: byOne,
    sellOrder: renamed,
    buyOrder: renamed,
    quantityWh: byOne,
    sellerPriceMicroPerKwh: byOne,
    buyerPriceMicroPerKwh: byOne,
    feeNano: byOne,
    rentNano: byOne,
    distanceM: byLength,
  },
  ownUse: { node: byOne, sellOrder: renamed, buyOrder: renamed, quantityWh: byOne },
};
const LISTS = Object.keys(CHANGES) as (keyof Lists)[];
const TOTALS = ['welfareNano', 'feesNano', 'rentNano'] as const;

/**
 * Every change of one figure or name of a clearing, every entry lost, there twice, or changed places with the next, and
 * the parts of every two neighbouring trades exchanged: one after the other, none of them equal to the clearing itself.
 */
export function* mutationsOf(clearing: Clearing): Generator<Mutation> {
  for (const total of TOTALS) {
    for (const by of [1, -1]) {
      yield { what: `${total} ${by > 0 ? '+' : ''}${by}`, clearing: { ...clearing, [total]: clearing[total] + by } };
    }
  }
  for (const list of LISTS) {
    for (let at = 0; at < clearing[list].length; at++) yield* entryMutations(clearing, list, at);
  }
  for (let at = 0; at < clearing.fills.length; at++) yield* reasonMutations(clearing, at);
  yield* swaps(clearing);
}

function* entryMutations(clearing: Clearing, list: keyof Lists, at: number): Generator<Mutation> {
  const entries: readonly object[] = clearing[list];
  const entry = entries[at]!;
  const changes: Record<string, readonly ((value: never) => unknown)[]> = CHANGES[list];
  const withEntries = (what: string, changed: readonly object[]): Mutation => ({
    what: `${list}[${at}] ${what}`,
    clearing: { ...clearing, [list]: changed },
  });
  for (const [field, value] of Object.entries(entry)) {
    const ways = changes[field];
    if (ways === undefined) throw new Error(`no mutation is known for ${list}.${field}`);
    for (const change of ways) {
      const changed = change(value as never);
      yield withEntries(
        `${field} ${String(value)} → ${String(changed)}`,
        entries.with(at, { ...entry, [field]: changed }),
      );
    }
  }
  yield withEntries('lost', entries.toSpliced(at, 1));
  yield withEntries('twice', entries.toSpliced(at, 0, entry));
  if (at > 0) yield withEntries('before its turn', entries.with(at - 1, entry).with(at, entries[at - 1]!));
}
