import type { Clearing, Fill, FillReason } from '@ceex/market';
import type { Id } from './case-schema';
import type { MarketCase } from './market-case';

/** Line breaks of the output: none, or one an entry. */
export interface Layout {
  readonly isPretty: boolean;
}

/** A verified clearing as JSON, in pieces, since one text of a large one could be longer than a text may be. */
export function* clearingJson(market: MarketCase, clearing: Clearing, layout: Layout): Generator<string> {
  const { trades, ownUse, welfareNano, feesNano, rentNano } = clearing;
  const { isPretty } = layout;
  const ids = new GivenIds(market);
  const fills = new Array<Fill>(clearing.fills.length);
  for (const fill of clearing.fills) fills[market.orderPositions.get(fill.orderId)!] = fill;
  const flows = new Map(clearing.flows.map(({ node, flowWh }) => [node, flowWh]));
  const prices = new Map(clearing.prices.map(({ node, priceMicroPerKwh }) => [node, priceMicroPerKwh]));
  yield '{';
  yield* section(
    'fills',
    '{}',
    map(market.orderIds, (id, at) => entry(id, fills[at]!.filledWh)),
    isPretty,
  );
  yield* section('flows', '{}', byNode(market, flows), isPretty);
  yield* section('prices', '{}', byNode(market, prices), isPretty);
  yield* section(
    'trades',
    '[]',
    map(trades, ({ seller, buyer, sellOrder, buyOrder, ...figures }) =>
      JSON.stringify({
        seller: ids.node(seller),
        buyer: ids.node(buyer),
        sellOrder: ids.order(sellOrder),
        buyOrder: ids.order(buyOrder),
        ...figures,
      }),
    ),
    isPretty,
  );
  yield* section(
    'ownUse',
    '[]',
    map(ownUse, ({ node, sellOrder, buyOrder, quantityWh }) =>
      JSON.stringify({
        node: ids.node(node),
        sellOrder: ids.order(sellOrder),
        buyOrder: ids.order(buyOrder),
        quantityWh,
      }),
    ),
    isPretty,
  );
  for (const [name, figure] of Object.entries({ welfareNano, feesNano, rentNano })) {
    yield `${isPretty ? '\n  ' : ''}${entry(name, figure)},`;
  }
  yield* section(
    'reasons',
    '{}',
    map(market.orderIds, (id, at) => entry(id, ids.reason(fills[at]!.reason))),
    isPretty,
  );
  yield isPretty ? '\n  "verified":true\n}' : '"verified":true}';
}

/** From the market's names back to those of the input. */
class GivenIds {
  constructor(private readonly market: MarketCase) {}

  node(number: number): Id {
    const { given, positionOf } = this.market.grid;
    return given[positionOf[number]!]!;
  }

  order(text: string): Id {
    return this.market.orderIds[this.market.orderPositions.get(text)!]!;
  }

  reason(reason: FillReason): object {
    return reason.code === 'capacity' ? { ...reason, node: this.node(reason.node) } : reason;
  }
}

/** Not through an object: its keys would be re-ordered, and `__proto__` is an id like any other. */
function entry(id: Id, value: unknown): string {
  return `${JSON.stringify(String(id))}:${JSON.stringify(value)}`;
}

function* map<T>(things: readonly T[], write: (thing: T, at: number) => string): Generator<string> {
  for (let at = 0; at < things.length; at++) yield write(things[at]!, at);
}

/** Nodes in the order of the input; the root has no flow. */
function* byNode({ grid: { given, numbers } }: MarketCase, values: ReadonlyMap<number, number>): Generator<string> {
  for (let at = 0; at < given.length; at++) {
    const value = values.get(numbers[at]!);
    if (value !== undefined) yield entry(given[at]!, value);
  }
}

function* section(name: string, brackets: string, entries: Iterable<string>, isPretty: boolean): Generator<string> {
  const [outer, inner] = isPretty ? ['\n  ', '\n    '] : ['', ''];
  yield `${outer}"${name}":${brackets[0]}`;
  let isEmpty = true;
  for (const text of entries) {
    yield `${isEmpty ? '' : ','}${inner}${text}`;
    isEmpty = false;
  }
  yield `${isEmpty ? '' : outer}${brackets[1]},`;
}
