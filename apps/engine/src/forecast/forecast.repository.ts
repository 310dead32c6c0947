import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { localPrice } from '../metrics/local-price';
import type { TimeRange } from '../metrics/time-range';
import type { MeterRow } from './hour-readings';
import type { PastPrice } from './price-band';

/** Looked up interval by interval: readings are keyed by it, and those of all nodes lie around those of one. */
const READINGS = `
SELECT starts_at AS "startsAt", import_wh AS "importWh", export_wh AS "exportWh", production_wh AS "productionWh"
FROM generate_series($2::timestamptz, $3::timestamptz - interval '1 second', interval '15 minutes') AS starts_at
JOIN reading USING (starts_at) WHERE community_id = $1 AND node_id = $4 ORDER BY starts_at`;

const PRICES = `
SELECT DISTINCT ON (starts_at) starts_at AS "startsAt", traded_wh AS "tradedWh", traded_nano AS "tradedNano"
FROM clearing WHERE community_id = $1 AND starts_at >= $2 AND starts_at < $3 ORDER BY starts_at, version DESC`;

/** Reads what forecasts rest on: a node's readings and its community's prices. */
@Injectable()
export class ForecastRepository {
  constructor(private readonly database: Database) {}

  async readings(communityId: number, nodeId: number, { startMs, endMs }: TimeRange): Promise<MeterRow[]> {
    const values = [communityId, new Date(startMs), new Date(endMs), nodeId];
    return (await this.database.pool.query<MeterRow>({ name: 'forecast-readings', text: READINGS, values })).rows;
  }

  /** The prices of the intervals with a trade. */
  async prices(communityId: number, { startMs, endMs }: TimeRange): Promise<PastPrice[]> {
    const values = [communityId, new Date(startMs), new Date(endMs)];
    const { rows } = await this.database.pool.query<{ startsAt: Date; tradedWh: number; tradedNano: number }>({
      name: 'forecast-prices',
      text: PRICES,
      values,
    });
    return rows.flatMap(({ startsAt, ...traded }) => {
      const priceMicroPerKwh = localPrice(traded);
      return priceMicroPerKwh === null ? [] : [{ startMs: startsAt.getTime(), priceMicroPerKwh }];
    });
  }
}
