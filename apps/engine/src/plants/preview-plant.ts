import { Injectable } from '@nestjs/common';
import type { PlantPreview, PlantPreviewQuery } from '@ceex/contracts';
import { expectedMonthsWh } from '@ceex/solar';
import { localDay } from '@ceex/units';
import { FindCommunity } from '../communities/find-community';
import { Clock } from '../config/clock';
import { FindNode } from '../nodes/find-node';
import { expectedDay } from './expected-day';
import { siteOfTimeZone } from './zone-site';

/** What a PV system that is not saved can be expected to make where the node is. */
@Injectable()
export class PreviewPlant {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly clock: Clock,
  ) {}

  async run(nodeId: number, system: PlantPreviewQuery): Promise<PlantPreview> {
    const { communityId } = await this.findNode.byId(nodeId);
    const { timeZone } = await this.findCommunity.byId(communityId);
    const site = siteOfTimeZone(timeZone);
    const today = localDay(this.clock.now(), timeZone);
    const months = site && expectedMonthsWh([system], site);
    return {
      expectedYearWh: months && months.reduce((sum, wh) => sum + wh, 0),
      expectedMonthsWh: months,
      points: site === null ? [] : expectedDay([system], site, today, timeZone),
    };
  }
}
