import { Injectable } from '@nestjs/common';
import { clear, type Fill } from '@ceex/market';
import { intervalIndex } from '@ceex/units';
import { marketRules } from '../clearing/market-rules';
import { priceRuler } from '../clearing/price-ruler';
import { ordersOf } from '../clearing/stored-orders';
import { CommunitiesRepository } from '../communities/communities.repository';
import type { PricedCommunity } from '../communities/find-community';
import { marketGrid } from '../grid/market-grid';
import type { ClearingRow } from './clearings.repository';

/**
 * Clears the orders of a stored clearing once more. The market is a pure function, so the result is what was stored,
 * and it also tells why each order was filled as far as it was, which is not stored.
 */
@Injectable()
export class ReplayClearing {
  constructor(private readonly communities: CommunitiesRepository) {}

  /** One fill an order, in the order of the stored orders. Throws when the result differs from the stored one. */
  async run(community: PricedCommunity, row: ClearingRow): Promise<Fill[]> {
    const grid = marketGrid(await this.communities.grid(community.communityId));
    const startMs = row.startsAt.getTime();
    const ruler = priceRuler(community.tariffBook.at(startMs), community.discountLevel);
    const orders = ordersOf(row.orders);
    const { fills } = clear(grid, orders, marketRules(community, ruler), intervalIndex(startMs));
    const fillOf = new Map(fills.map((fill) => [fill.orderId, fill]));
    return orders.map(({ id }, position) => {
      const fill = fillOf.get(id);
      if (!fill || fill.filledWh !== row.fillsWh[position]) {
        throw new Error(
          `community ${community.communityId}, ${row.startsAt.toISOString()}: order ${id} replays otherwise`,
        );
      }
      return fill;
    });
  }
}
