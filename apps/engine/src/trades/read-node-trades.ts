import { Injectable } from '@nestjs/common';
import type { Trade, TradesPage } from '@ceex/contracts';
import { formatInstant, intervalIndex, multiply } from '@ceex/units';
import { FindCommunity } from '../communities/find-community';
import { FindNode } from '../nodes/find-node';
import { readCursor, writeCursor } from './trade-cursor';
import { TradesRepository, type TradeRow } from './trades.repository';

/** The trades of a node, newest first, in pages. */
@Injectable()
export class ReadNodeTrades {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly trades: TradesRepository,
  ) {}

  async run(nodeId: number, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<TradesPage> {
    const after = cursor === undefined ? null : readCursor(cursor);
    const { communityId } = await this.findNode.byId(nodeId);
    const { gridOperator } = await this.findCommunity.byId(communityId);
    // One more than asked for tells whether there is another page.
    const rows = await this.trades.page(communityId, nodeId, after, limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      trades: page.map((row) => tradeOf(row, communityId, gridOperator)),
      nextCursor: last ? writeCursor({ startMs: last.startsAt.getTime(), position: last.position }) : null,
    };
  }
}

function tradeOf(row: TradeRow, communityId: number, gridOperator: string): Trade {
  const startMs = row.startsAt.getTime();
  return {
    id: `${communityId}-${intervalIndex(startMs)}-${row.version}-${row.position}`,
    start: formatInstant(startMs),
    direction: row.direction,
    // Only the utility trades at a node that is no household's.
    counterpart: row.counterpartKind === 'household' ? row.counterpartLabel : gridOperator,
    quantityWh: row.quantityWh,
    priceMicroPerKwh: row.priceMicroPerKwh,
    amountNano: multiply(row.quantityWh, row.priceMicroPerKwh),
    distanceM: row.distanceM,
  };
}
