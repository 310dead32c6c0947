import type { Clearing, OwnUse, Trade } from '../../clearing/clearing';
import type { Mutation } from './mutations';

/** What two trades can exchange: a side with its price, an order alone, the quantity. */
const PARTS: Readonly<Record<string, readonly (keyof Trade)[]>> = {
  sellers: ['seller', 'sellOrder', 'sellerPriceMicroPerKwh'],
  buyers: ['buyer', 'buyOrder', 'buyerPriceMicroPerKwh'],
  'sold orders': ['sellOrder'],
  'bought orders': ['buyOrder'],
  quantities: ['quantityWh'],
  'quantities with their money': ['quantityWh', 'feeNano', 'rentNano'],
  prices: ['sellerPriceMicroPerKwh', 'buyerPriceMicroPerKwh'],
};

/** Two neighbouring trades that exchange a part, and two that exchange a Wh; own use likewise; two fills that do. */
export function* swaps(clearing: Clearing): Generator<Mutation> {
  const { trades, ownUse, fills } = clearing;
  for (let at = 1; at < trades.length; at++) {
    for (const [what, fields] of Object.entries(PARTS)) {
      const changed = exchange(trades, at, fields);
      if (changed !== null)
        yield { what: `trades ${at - 1} and ${at}: ${what}`, clearing: { ...clearing, trades: changed } };
    }
  }
  for (let at = 1; at < ownUse.length; at++) {
    for (const field of ['sellOrder', 'buyOrder', 'quantityWh'] as const) {
      const changed = exchange<OwnUse>(ownUse, at, [field]);
      if (changed !== null)
        yield { what: `own use ${at - 1} and ${at}: ${field}`, clearing: { ...clearing, ownUse: changed } };
    }
  }
  for (let at = 1; at < fills.length; at++) {
    for (const field of ['filledWh', 'orderId'] as const) {
      const changed = exchange(fills, at, [field]);
      if (changed !== null)
        yield { what: `fills ${at - 1} and ${at}: ${field}`, clearing: { ...clearing, fills: changed } };
    }
  }
}

/** The list with some fields of two neighbours exchanged; null where they are equal. */
function exchange<T extends object>(list: readonly T[], at: number, fields: readonly (keyof T)[]): T[] | null {
  const one = list[at - 1]!;
  const other = list[at]!;
  if (fields.every((field) => one[field] === other[field])) return null;
  const pick = (from: T) => Object.fromEntries(fields.map((field) => [field, from[field]]));
  return list.with(at - 1, { ...one, ...pick(other) }).with(at, { ...other, ...pick(one) });
}
