import type { Tariff } from '@ceex/contracts';
import type { Clearing } from '@ceex/market';
import { multiply, type Nano, type Wh } from '@ceex/units';
import type { Accounts } from './clearing-community';
import type { IntervalReadings } from './pending-intervals';
import type { PriceEnds } from './price-ruler';

/** Kinds of postings, as the database keeps them; a negative one takes back the version before. */
export const POSTING_KINDS = { local: 1, localGrid: 2, supply: 3, feedIn: 4 } as const;

/** One line of the ledger: positive where the account gave energy and received money. */
export interface Posting {
  readonly account: number;
  readonly kind: number;
  readonly energyWh: Wh;
  readonly amountNano: Nano;
}

export interface IntervalPrices {
  readonly tariff: Tariff;
  readonly ruler: PriceEnds;
}

/** What a node traded with its neighbours in the interval. */
interface Traded {
  soldWh: Wh;
  soldNano: Nano;
  boughtWh: Wh;
  boughtNano: Nano;
}
const NOTHING: Traded = { soldWh: 0, soldNano: 0, boughtWh: 0, boughtNano: 0 };

/**
 * The postings of an interval: trades between neighbours, grid usage and levies on them, and what is left with the
 * utility at its tariff. One posting an account and kind; each kind sums to zero in energy and in money.
 */
export function settleInterval(
  accounts: Accounts,
  readings: IntervalReadings,
  clearing: Pick<Clearing, 'trades' | 'feesNano' | 'rentNano'>,
  { tariff, ruler }: IntervalPrices,
): Posting[] {
  const traded = tradedByNode(clearing.trades);
  const gridPrice = tariff.gridUsageMicroPerKwh + tariff.leviesMicroPerKwh;
  const supplyPrice = tariff.retailMicroPerKwh + gridPrice;
  const localGridPrice = ruler.reducedGridUsage + tariff.leviesMicroPerKwh;
  const entries = new Entries();
  let boughtWh = 0;
  let suppliedWh = 0;
  let fedInWh = 0;
  for (const [index, node] of readings.nodes.entries()) {
    const own = traded.get(node) ?? NOTHING;
    const account = accounts.ofNode.get(node);
    if (account === undefined) throw new Error(`node ${node} has no account`);
    const supplied = (readings.importsWh[index] as number) - own.boughtWh;
    const fedIn = (readings.exportsWh[index] as number) - own.soldWh;
    if (supplied < 0 || fedIn < 0) throw new Error(`node ${node} traded more than its meter counted`);
    entries.add(account, POSTING_KINDS.local, own.soldWh - own.boughtWh, own.soldNano - own.boughtNano);
    entries.add(account, POSTING_KINDS.localGrid, 0, -multiply(own.boughtWh, localGridPrice));
    entries.add(account, POSTING_KINDS.supply, -supplied, -multiply(supplied, supplyPrice));
    entries.add(account, POSTING_KINDS.feedIn, fedIn, multiply(fedIn, tariff.feedInMicroPerKwh));
    boughtWh += own.boughtWh;
    suppliedWh += supplied;
    fedInWh += fedIn;
  }
  const { utility, gridOperator, community } = accounts;
  entries.add(gridOperator, POSTING_KINDS.local, 0, clearing.feesNano);
  entries.add(community, POSTING_KINDS.local, 0, clearing.rentNano);
  entries.add(gridOperator, POSTING_KINDS.localGrid, 0, multiply(boughtWh, localGridPrice));
  entries.add(utility, POSTING_KINDS.supply, suppliedWh, multiply(suppliedWh, tariff.retailMicroPerKwh));
  entries.add(gridOperator, POSTING_KINDS.supply, 0, multiply(suppliedWh, gridPrice));
  entries.add(utility, POSTING_KINDS.feedIn, -fedInWh, -multiply(fedInWh, tariff.feedInMicroPerKwh));
  return entries.balanced();
}

function tradedByNode(trades: Clearing['trades']): Map<number, Traded> {
  const byNode = new Map<number, Traded>();
  const of = (node: number): Traded => {
    let traded = byNode.get(node);
    if (traded === undefined) byNode.set(node, (traded = { ...NOTHING }));
    return traded;
  };
  for (const trade of trades) {
    const seller = of(trade.seller);
    seller.soldWh += trade.quantityWh;
    seller.soldNano += multiply(trade.quantityWh, trade.sellerPriceMicroPerKwh);
    const buyer = of(trade.buyer);
    buyer.boughtWh += trade.quantityWh;
    buyer.boughtNano += multiply(trade.quantityWh, trade.buyerPriceMicroPerKwh);
  }
  return byNode;
}

/** Postings with the sums of their kinds. */
class Entries {
  readonly #postings: Posting[] = [];
  readonly #energyWh = [0, 0, 0, 0, 0];
  readonly #amountNano = [0, 0, 0, 0, 0];

  add(account: number, kind: number, energyWh: Wh, amountNano: Nano): void {
    if (energyWh === 0 && amountNano === 0) return;
    this.#postings.push({ account, kind, energyWh, amountNano });
    (this.#energyWh[kind] as number) += energyWh;
    (this.#amountNano[kind] as number) += amountNano;
  }

  /** All postings. Throws where a kind does not sum to zero. */
  balanced(): Posting[] {
    for (const kind of Object.values(POSTING_KINDS)) {
      if (this.#energyWh[kind] !== 0 || this.#amountNano[kind] !== 0) {
        const found = `${this.#energyWh[kind]} Wh, ${this.#amountNano[kind]} nCHF`;
        throw new Error(`postings of kind ${kind} do not sum to zero: ${found}`);
      }
    }
    return this.#postings;
  }
}
