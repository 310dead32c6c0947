import { Injectable } from '@nestjs/common';
import type { PriceRuler } from '@ceex/contracts';
import { priceRuler } from '../clearing/price-ruler';
import type { PricedCommunity } from '../communities/find-community';
import { ClearingsRepository } from './clearings.repository';

const WEEK_MS = 7 * 24 * 3_600_000;

/** The price ruler of a community as it stands now. Refused with `no-tariff` where none holds. */
@Injectable()
export class ReadRuler {
  constructor(private readonly clearings: ClearingsRepository) {}

  async run({ communityId, discountLevel, tariffBook }: PricedCommunity, nowMs: number): Promise<PriceRuler> {
    const tariff = tariffBook.at(nowMs);
    const ends = priceRuler(tariff, discountLevel);
    const { low, high, last } = await this.clearings.prices(communityId, new Date(nowMs - WEEK_MS));
    return {
      lowMicroPerKwh: ends.low,
      highMicroPerKwh: ends.high,
      utilityMicroPerKwh: tariff.retailMicroPerKwh + tariff.gridUsageMicroPerKwh + tariff.leviesMicroPerKwh,
      localChargesMicroPerKwh: ends.reducedGridUsage + tariff.leviesMicroPerKwh,
      lastPriceMicroPerKwh: last,
      weekLowMicroPerKwh: low,
      weekHighMicroPerKwh: high,
    };
  }
}
