import { Injectable } from '@nestjs/common';
import { ACCOUNT_KINDS, type CommunitySummary, type EnergyAndMoney } from '@ceex/contracts';
import { formatInstant } from '@ceex/units';
import { FindCommunity, type PricedCommunity } from '../communities/find-community';
import { splitDays } from '../metrics/day-split';
import { add, nothing } from '../metrics/energy-and-money';
import { figuresOf } from '../metrics/interval-figures';
import { MetricsRepository } from '../metrics/metrics.repository';
import { parseRange, type TimeRange } from '../metrics/time-range';
import { LedgerRepository, type PostingSum } from './ledger.repository';

/** Energy, trade and the ledger of a community over a period. */
@Injectable()
export class ReadCommunitySummary {
  constructor(
    private readonly findCommunity: FindCommunity,
    private readonly ledger: LedgerRepository,
    private readonly metrics: MetricsRepository,
  ) {}

  async run(communityId: number, query: { startDate: string; endDate: string }): Promise<CommunitySummary> {
    const community = await this.findCommunity.priced(communityId);
    const range = parseRange(query, community.timeZone);
    const [postings, counts, cleared, energyAndMoney] = await Promise.all([
      this.ledger.postings(communityId, range),
      this.ledger.accountCounts(communityId),
      this.ledger.cleared(communityId, range),
      this.totals(community, range),
    ]);
    return {
      communityId,
      start: formatInstant(range.startMs),
      end: formatInstant(range.endMs),
      totals: { ...energyAndMoney, intervals: cleared.intervals },
      tradedWh: cleared.tradedWh,
      intervalsWithTrade: cleared.intervalsWithTrade,
      accounts: ACCOUNT_KINDS.map((kind) => ({
        kind,
        accounts: counts.get(kind) ?? 0,
        ...sumOf(postings.filter((posting) => posting.kind === kind)),
      })),
      ledgerSum: sumOf(postings),
    };
  }

  /** Whole days from the daily sums, the edges of the range from the intervals of every household. */
  private async totals(community: PricedCommunity, range: TimeRange): Promise<EnergyAndMoney> {
    const { communityId, timeZone, tariffBook } = community;
    const { days, edges } = splitDays(range, timeZone);
    const sum = nothing();
    if (days) add(sum, await this.ledger.nodeDays(communityId, days.firstDay, days.endDay));
    if (edges.length === 0) return sum;
    for (const nodeId of await this.ledger.householdIds(communityId)) {
      for (const edge of edges) {
        for (const interval of await this.metrics.nodeIntervals(communityId, nodeId, edge)) {
          if (interval.metered) add(sum, figuresOf(interval, tariffBook.at(interval.startMs)));
        }
      }
    }
    return sum;
  }
}

function sumOf(postings: readonly PostingSum[]): CommunitySummary['ledgerSum'] {
  return {
    energyWh: postings.reduce((sum, { energyWh }) => sum + energyWh, 0),
    amountNano: postings.reduce((sum, { amountNano }) => sum + amountNano, 0),
  };
}
