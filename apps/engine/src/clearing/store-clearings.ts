import type { PoolClient } from 'pg';
import { BinaryRows } from '../database/binary-rows';
import { copyRows, RowCopy } from '../database/row-copy';
import type { ClearedInterval } from './clear-interval';
import type { PendingInterval } from './pending-intervals';

const CLEARING_COLUMNS = [
  'community_id',
  'starts_at',
  'version',
  'cause',
  'limits_as_of',
  'traded_wh',
  'traded_nano',
  'welfare_nano',
  'fees_nano',
  'rent_nano',
  'order_nodes',
  'order_sides',
  'order_quantities_wh',
  'order_limits',
  'order_fills_wh',
  'price_nodes',
  'prices',
  'flows_wh',
];
const TRADE_COLUMNS = [
  'community_id',
  'starts_at',
  'version',
  'position',
  'seller_id',
  'buyer_id',
  'quantity_wh',
  'seller_price',
  'buyer_price',
  'fee_nano',
  'rent_nano',
  'distance_m',
];
const POSTING_COLUMNS = ['community_id', 'starts_at', 'version', 'account_id', 'kind', 'energy_wh', 'amount_nano'];

const SEND_BYTES = 1 << 16;

/**
 * Stores clearings as they are made. Postings, by far the most rows, stream into the database while the next intervals
 * are being cleared; clearings and trades follow at the end.
 */
export class ClearingStore {
  readonly #clearings = new BinaryRows();
  readonly #trades = new BinaryRows();
  readonly #postings = new BinaryRows(SEND_BYTES * 2);
  readonly #postingCopy: RowCopy;

  constructor(
    private readonly client: PoolClient,
    private readonly communityId: number,
  ) {
    this.#postingCopy = new RowCopy(client, 'posting', POSTING_COLUMNS);
  }

  async add(cleared: ClearedInterval): Promise<void> {
    this.#addClearing(cleared);
    for (const position of cleared.clearing.trades.keys()) this.#addTrade(cleared, position);
    for (const { account, kind, energyWh, amountNano } of cleared.postings) {
      this.#key(this.#postings, POSTING_COLUMNS.length, cleared);
      this.#postings.int4(account);
      this.#postings.int2(kind);
      this.#postings.int4(energyWh);
      this.#postings.int8(amountNano);
    }
    if (this.#postings.pending >= SEND_BYTES) await this.#postingCopy.send(this.#postings);
  }

  async finish(): Promise<void> {
    await this.#postingCopy.finish(this.#postings);
    await copyRows(this.client, 'clearing', CLEARING_COLUMNS, this.#clearings);
    await copyRows(this.client, 'trade', TRADE_COLUMNS, this.#trades);
  }

  /** Gives the connection back to a transaction that can only be rolled back. */
  async abort(reason: Error): Promise<void> {
    await this.#postingCopy.abort(reason);
  }

  #key(rows: BinaryRows, fields: number, { interval }: ClearedInterval): void {
    rows.row(fields);
    rows.int4(this.communityId);
    rows.timestamp(interval.startMs);
    rows.int2(interval.version);
  }

  #addClearing(cleared: ClearedInterval): void {
    const { interval, orders, clearing } = cleared;
    const rows = this.#clearings;
    const { trades, fills } = clearing;
    this.#key(rows, CLEARING_COLUMNS.length, cleared);
    rows.text(interval.cause);
    rows.timestamp(interval.limitsAsOfMs);
    rows.int4(trades.reduce((sum, { quantityWh }) => sum + quantityWh, 0));
    rows.int8(trades.reduce((sum, trade) => sum + trade.quantityWh * trade.sellerPriceMicroPerKwh, 0));
    rows.int8(clearing.welfareNano);
    rows.int8(clearing.feesNano);
    rows.int8(clearing.rentNano);
    const filled = new Map(fills.map(({ orderId, filledWh }) => [orderId, filledWh]));
    rows.int4Array(orders.map(({ node }) => node));
    rows.int2Array(orders.map(({ side }) => (side === 'ask' ? 0 : 1)));
    rows.int4Array(orders.map(({ quantityWh }) => quantityWh));
    rows.int4Array(orders.map(({ limitMicroPerKwh }) => limitMicroPerKwh));
    rows.int4Array(orders.map(({ id }) => filled.get(id) as number));
    // Without a trade nobody paid a price and nothing flowed.
    const prices = trades.length === 0 ? [] : clearing.prices;
    const flows = new Map(clearing.flows.map(({ node, flowWh }) => [node, flowWh]));
    rows.int4Array(prices.map(({ node }) => node));
    rows.int4Array(prices.map(({ priceMicroPerKwh }) => priceMicroPerKwh));
    rows.int4Array(prices.map(({ node }) => flows.get(node) ?? 0));
  }

  #addTrade(cleared: ClearedInterval, position: number): void {
    const rows = this.#trades;
    const trade = cleared.clearing.trades[position];
    if (trade === undefined) throw new RangeError(`there is no trade ${position}`);
    this.#key(rows, TRADE_COLUMNS.length, cleared);
    rows.int2(position);
    rows.int4(trade.seller);
    rows.int4(trade.buyer);
    rows.int4(trade.quantityWh);
    rows.int4(trade.sellerPriceMicroPerKwh);
    rows.int4(trade.buyerPriceMicroPerKwh);
    rows.int8(trade.feeNano);
    rows.int8(trade.rentNano);
    rows.float4(trade.distanceM);
  }
}

/** Takes back what the version before had posted, for every interval that was cleared again. */
export async function reverseFormerPostings(
  client: PoolClient,
  communityId: number,
  intervals: readonly PendingInterval[],
): Promise<void> {
  const again = intervals.filter(({ version }) => version > 1);
  if (again.length === 0) return;
  await client.query(
    `INSERT INTO posting (community_id, starts_at, version, account_id, kind, energy_wh, amount_nano)
     SELECT p.community_id, p.starts_at, p.version + 1, p.account_id, -p.kind, -p.energy_wh, -p.amount_nano
     FROM unnest($2::timestamptz[], $3::smallint[]) AS again (starts_at, version)
     JOIN posting p ON p.community_id = $1 AND p.starts_at = again.starts_at AND p.version = again.version - 1
     WHERE p.kind > 0`,
    [communityId, again.map(({ startMs }) => new Date(startMs)), again.map(({ version }) => version)],
  );
}
