import { Injectable } from '@nestjs/common';
import type { ClearingsPage } from '@ceex/contracts';
import { formatInstant } from '@ceex/units';
import { localPrice } from '../metrics/local-price';
import { ClearingsRepository } from './clearings.repository';

/** The clearings of a community, newest first, all versions, in pages. */
@Injectable()
export class ReadClearings {
  constructor(private readonly clearings: ClearingsRepository) {}

  async run(communityId: number, query: { before?: string | undefined; limit: number }): Promise<ClearingsPage> {
    const before = query.before === undefined ? 'infinity' : new Date(query.before);
    const rows = await this.clearings.page(communityId, before, query.limit);
    const last = rows.length >= query.limit ? rows.at(-1) : undefined;
    const isMore = last !== undefined && (await this.clearings.page(communityId, last.startsAt, 1)).length > 0;
    return {
      clearings: rows
        .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime() || b.version - a.version)
        .map(({ startsAt, version, cause, welfareNano, clearedAt, ...traded }) => ({
          start: formatInstant(startsAt.getTime()),
          version,
          cause,
          tradedWh: traded.tradedWh,
          priceMicroPerKwh: localPrice(traded),
          welfareNano,
          clearedAt: formatInstant(clearedAt.getTime()),
        })),
      nextCursor: isMore ? formatInstant(last.startsAt.getTime()) : null,
    };
  }
}
