import { Failure } from '@ceex/server';
import type { Queryable } from '../database/database';

/** What an import has to know of a community. */
export interface ReadingCommunity {
  readonly timeZone: string;
  readonly nodesByCode: ReadonlyMap<string, number>;
  readonly nodesByMeteringPoint: ReadonlyMap<string, number>;
  readonly firstTariffDay: string | null;
}

/** Fails with `not-found` where there is no such community. */
export async function loadReadingCommunity(client: Queryable, communityId: number): Promise<ReadingCommunity> {
  const communities = await client.query<{ time_zone: string; first_day: string | null }>(
    `SELECT time_zone, (SELECT min(valid_from) FROM tariff WHERE community_id = id) AS first_day
     FROM community WHERE id = $1`,
    [communityId],
  );
  const community = communities.rows[0];
  if (community === undefined) throw new Failure('not-found', { detail: `there is no community ${communityId}` });
  const { rows } = await client.query<{ id: number; code: string; metering_point: string | null }>(
    `SELECT id, code, metering_point FROM node WHERE community_id = $1 AND kind = 'household'`,
    [communityId],
  );
  const metered = rows.filter(({ metering_point }) => metering_point !== null);
  return {
    timeZone: community.time_zone,
    nodesByCode: new Map(rows.map(({ code, id }) => [code, id])),
    nodesByMeteringPoint: new Map(metered.map(({ metering_point, id }) => [metering_point as string, id])),
    firstTariffDay: community.first_day,
  };
}
