import { Injectable } from '@nestjs/common';
import { MIN_HIDDEN_IN, type Claims, type CommunityHistory } from '@ceex/contracts';
import { nextDay, type Day } from '@ceex/units';
import { CommunitiesRepository } from '../communities/communities.repository';
import { FindCommunity } from '../communities/find-community';
import { LedgerRepository } from '../ledger/ledger.repository';
import { localPrice } from '../metrics/local-price';
import { parseRange } from '../metrics/time-range';
import { FlowsRepository } from './flows.repository';
import { seesAll } from './sees-all';

/** A community over some local days: its sums, and its market day by day. */
@Injectable()
export class ReadCommunityHistory {
  constructor(
    private readonly findCommunity: FindCommunity,
    private readonly communities: CommunitiesRepository,
    private readonly flows: FlowsRepository,
    private readonly ledger: LedgerRepository,
  ) {}

  async run(
    communityId: number,
    { startDate, endDate }: { startDate: Day; endDate: Day },
    caller: Claims,
  ): Promise<CommunityHistory> {
    const { timeZone, currency } = await this.findCommunity.byId(communityId);
    parseRange({ startDate, endDate }, timeZone);
    const [grid, rows, sums] = await Promise.all([
      this.communities.grid(communityId),
      this.flows.days(communityId, startDate, nextDay(endDate)),
      this.ledger.nodeDays(communityId, startDate, nextDay(endDate)),
    ]);
    const households = grid.filter(({ kind }) => kind === 'household');
    const others = households.filter(({ nodeId }) => !caller.nodes.includes(nodeId));
    const traded = {
      tradedWh: rows.reduce((sum, { tradedWh }) => sum + tradedWh, 0),
      tradedNano: rows.reduce((sum, { tradedNano }) => sum + tradedNano, 0),
    };
    return {
      communityId,
      timeZone,
      currency,
      startDate,
      endDate,
      households: households.length,
      producers: households.filter(({ produces }) => produces).length,
      totals: seesAll(caller, communityId) || others.length >= MIN_HIDDEN_IN ? totalsOf(sums) : null,
      tradedWh: traded.tradedWh,
      priceMicroPerKwh: localPrice(traded),
      days: rows.map(({ tradedNano, ...row }) => ({
        ...row,
        priceMicroPerKwh: localPrice({ tradedWh: row.tradedWh, tradedNano }),
      })),
    };
  }
}

type Sums = Awaited<ReturnType<LedgerRepository['nodeDays']>>;

function totalsOf(sums: Sums): NonNullable<CommunityHistory['totals']> {
  const { usedWh, producedWh, selfConsumedWh, soldUtilityWh, boughtUtilityWh } = sums;
  const withMarket = sums.revenueNano - sums.costNano;
  const utilityAlone = sums.utilityAloneRevenueNano - sums.utilityAloneCostNano;
  return { usedWh, producedWh, selfConsumedWh, soldUtilityWh, boughtUtilityWh, savedNano: withMarket - utilityAlone };
}
