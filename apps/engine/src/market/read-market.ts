import { Injectable } from '@nestjs/common';
import type { CurveStep, Market } from '@ceex/contracts';
import { steps, type Step } from '@ceex/market';
import { formatInstant } from '@ceex/units';
import { ordersOf } from '../clearing/stored-orders';
import { FindCommunity } from '../communities/find-community';
import { Clock } from '../config/clock';
import { localPrice } from '../metrics/local-price';
import { ClearingsRepository } from './clearings.repository';
import { nextClearingAt } from './next-clearing';
import { ReadRuler } from './read-ruler';

/** The state of a community's market. */
@Injectable()
export class ReadMarket {
  constructor(
    private readonly findCommunity: FindCommunity,
    private readonly clearings: ClearingsRepository,
    private readonly readRuler: ReadRuler,
    private readonly clock: Clock,
  ) {}

  async run(communityId: number): Promise<Market> {
    const nowMs = this.clock.now();
    const community = await this.findCommunity.priced(communityId);
    const [ruler, lastClearing, pendingIntervals] = await Promise.all([
      this.readRuler.run(community, nowMs),
      this.lastClearing(communityId),
      this.clearings.pending(communityId),
    ]);
    const { name, timeZone, currency, status } = community;
    return {
      communityId,
      name,
      timeZone,
      currency,
      status,
      ruler,
      lastClearing,
      nextClearingAt: nextClearingAt(nowMs),
      pendingIntervals,
    };
  }

  private async lastClearing(communityId: number): Promise<Market['lastClearing']> {
    const row = await this.clearings.last(communityId);
    if (!row) return null;
    const { supply, demand } = steps(ordersOf(row.orders));
    const { sellers, buyers } = await this.clearings.parties(communityId, row);
    return {
      start: formatInstant(row.startsAt.getTime()),
      version: row.version,
      tradedWh: row.tradedWh,
      priceMicroPerKwh: localPrice(row),
      sellers,
      buyers,
      supply: supply.map(curveStepOf),
      demand: demand.map(curveStepOf),
    };
  }
}

function curveStepOf({ priceMicroPerKwh, quantityWh }: Step): CurveStep {
  return { priceMicroPerKwh, cumulativeWh: quantityWh };
}
