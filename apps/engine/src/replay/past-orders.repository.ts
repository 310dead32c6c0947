import { Injectable } from '@nestjs/common';
import { intervalIndex, intervalStart } from '@ceex/units';
import { to } from 'pg-copy-streams';
import { Database } from '../database/database';
import { CopiedRows } from './copied-rows';
import { BLOCK_INTERVALS, BlockBuilder, blockOf, type PastBlock } from './past-block';

/** An event, and the intervals that it tells of. */
export interface PastEvent {
  readonly id: number;
  readonly firstMs: number;
  readonly lastMs: number;
}

const EVENTS = `
SELECT id, first_starts_at AS first, last_starts_at AS last FROM event
WHERE community_id = $1 AND id > $2 ORDER BY id`;

const LAST_EVENT = 'SELECT coalesce(max(id), 0)::bigint AS id FROM event WHERE community_id = $1';

/** Reads the orders of past clearings, many at once. */
@Injectable()
export class PastOrdersRepository {
  constructor(private readonly database: Database) {}

  /** The last event of a community; 0 before the first. */
  async lastEvent(communityId: number): Promise<number> {
    const query = { name: 'last-event', text: LAST_EVENT, values: [communityId] };
    return (await this.database.pool.query<{ id: number }>(query)).rows[0]?.id ?? 0;
  }

  /**
   * What was cleared after an event. Events are stored together with their clearings and under the community's lock, so
   * they are seen in the order of their ids, and what none tells of has not changed.
   */
  async eventsSince(communityId: number, eventId: number): Promise<PastEvent[]> {
    const query = { name: 'events-since', text: EVENTS, values: [communityId, eventId] };
    const { rows } = await this.database.pool.query<{ id: number; first: Date; last: Date }>(query);
    return rows.map(({ id, first, last }) => ({ id, firstMs: first.getTime(), lastMs: last.getTime() }));
  }

  /**
   * The latest version of every cleared interval of the blocks from `from` up to, not including, `end`.
   * @param numberOf the community's nodes by id, numbered as in its prepared grid.
   */
  async blocks(
    communityId: number,
    numberOf: ReadonlyMap<number, number>,
    from: number,
    end: number,
  ): Promise<Map<number, PastBlock>> {
    const blocks = new Map<number, PastBlock>();
    const builder = new BlockBuilder();
    let current = from;
    const reachBlock = (block: number): void => {
      for (; current < block; current++) blocks.set(current, builder.finish());
    };
    const rows = new CopiedRows(5);
    const last = new LastOrders(numberOf);
    const readRow = (row: CopiedRows): void => {
      const index = intervalIndex(row.timestamp(0));
      reachBlock(blockOf(index));
      last.read(row);
      const at = builder.add(index, last.count);
      builder.node.set(last.node, at);
      builder.isBid.set(last.isBid, at);
      builder.limitMicroPerKwh.set(last.limitMicroPerKwh, at);
      row.copyInt4Array(QUANTITIES, builder.quantityWh, at);
    };
    await this.copy(copyOf(communityId, from, end), (chunk) => rows.push(chunk, readRow));
    reachBlock(end);
    return blocks;
  }

  private async copy(statement: string, take: (chunk: Buffer) => void): Promise<void> {
    const client = await this.database.pool.connect();
    try {
      for await (const chunk of client.query(to(statement))) take(chunk as Buffer);
      client.release();
    } catch (error) {
      // In the middle of a copy a connection is of no use to anybody else.
      client.release(error as Error);
      throw error;
    }
  }
}

const [QUANTITIES, NODES, SIDES, LIMITS] = [1, 2, 3, 4];

/** COPY takes no parameters; whole numbers and instants are safe to write out. */
function copyOf(communityId: number, from: number, end: number): string {
  if (![communityId, from, end].every(Number.isSafeInteger)) throw new RangeError('not a community and its blocks');
  const instant = (block: number) => `'${new Date(intervalStart(block * BLOCK_INTERVALS)).toISOString()}'`;
  // Most columns are what they were a quarter of an hour before. To compare their bytes costs less than to send them.
  const ifNew = (column: string) =>
    `CASE WHEN record_image_eq(ROW(${column}), ROW(lag(${column}) OVER w)) THEN NULL ELSE ${column} END`;
  return `COPY (
    SELECT starts_at, order_quantities_wh, ${ifNew('order_nodes')}, ${ifNew('order_sides')}, ${ifNew('order_limits')}
    FROM clearing
    WHERE community_id = ${communityId} AND starts_at >= ${instant(from)} AND starts_at < ${instant(end)}
    WINDOW w AS (ORDER BY starts_at, version) ORDER BY starts_at, version) TO STDOUT (FORMAT binary)`;
}

/** The columns of the last row, which stand for those that the next row leaves out. */
class LastOrders {
  node = new Int32Array(0);
  isBid = new Uint8Array(0);
  limitMicroPerKwh = new Int32Array(0);

  constructor(private readonly numberOf: ReadonlyMap<number, number>) {}

  get count(): number {
    return this.node.length;
  }

  read(row: CopiedRows): void {
    if (!row.isNull(NODES)) {
      this.node = new Int32Array(row.length(NODES));
      row.copyInt4Array(NODES, this.node, 0);
      for (const [order, node] of this.node.entries()) this.node[order] = this.known(node);
    }
    if (!row.isNull(SIDES)) {
      this.isBid = new Uint8Array(row.length(SIDES));
      row.copyInt2Array(SIDES, this.isBid, 0);
    }
    if (!row.isNull(LIMITS)) {
      this.limitMicroPerKwh = new Int32Array(row.length(LIMITS));
      row.copyInt4Array(LIMITS, this.limitMicroPerKwh, 0);
    }
  }

  private known(node: number): number {
    const number = this.numberOf.get(node);
    if (number === undefined) throw new Error(`a stored order is of node ${node}, which is not in the grid`);
    return number;
  }
}
