import { localDay, nextDay, startOfLocalDay, type Day } from '@ceex/units';
import type { Queryable } from '../database/database';

/**
 * Postings of all versions are summed, and those that take a former version back count on the side they came from: what
 * is left is the latest version, without a look at which one that is.
 */
const SOLD = '(p.kind = 1 AND p.energy_wh > 0 OR p.kind = -1 AND p.energy_wh < 0)';
const BOUGHT = '(p.kind = 1 AND p.energy_wh < 0 OR p.kind = -1 AND p.energy_wh > 0)';

/** $1 community, $2 days, $3 and $4 their first instants and their ends. */
const DAYS = 'unnest($2::date[], $3::timestamptz[], $4::timestamptz[]) AS d (day, starts, ends)';

const NODE_DAYS = `
WITH metered AS (
  SELECT d.day, m.* FROM ${DAYS} CROSS JOIN LATERAL (
    SELECT r.node_id, count(*) AS intervals, sum(r.import_wh) AS import_wh, sum(r.export_wh) AS export_wh,
      coalesce(sum(r.production_wh), 0) AS produced_wh,
      coalesce(sum(greatest(0, r.production_wh - r.export_wh)), 0) AS self_consumed_wh
    FROM reading r
    WHERE r.community_id = $1 AND r.starts_at >= d.starts AND r.starts_at < d.ends
      AND r.starts_at IN (SELECT starts_at FROM clearing
        WHERE community_id = $1 AND starts_at >= d.starts AND starts_at < d.ends)
    GROUP BY r.node_id) m),
settled AS (
  SELECT d.day, a.node_id, s.* FROM ${DAYS} CROSS JOIN LATERAL (
    SELECT p.account_id,
      coalesce(sum(p.energy_wh) FILTER (WHERE ${SOLD}), 0) AS sold_local_wh,
      coalesce(-sum(p.energy_wh) FILTER (WHERE ${BOUGHT}), 0) AS bought_local_wh,
      coalesce(sum(p.energy_wh) FILTER (WHERE abs(p.kind) = 4), 0) AS sold_utility_wh,
      coalesce(-sum(p.energy_wh) FILTER (WHERE abs(p.kind) = 3), 0) AS bought_utility_wh,
      coalesce(sum(p.amount_nano) FILTER (WHERE ${SOLD}), 0) AS local_revenue,
      coalesce(-sum(p.amount_nano) FILTER (WHERE ${BOUGHT}), 0) AS local_energy_cost,
      coalesce(sum(p.amount_nano) FILTER (WHERE abs(p.kind) = 4), 0) AS utility_revenue,
      coalesce(-sum(p.amount_nano) FILTER (WHERE abs(p.kind) IN (2, 3)), 0) AS other_cost
    FROM posting p WHERE p.community_id = $1 AND p.starts_at >= d.starts AND p.starts_at < d.ends
    GROUP BY p.account_id) s
  JOIN account a ON a.community_id = $1 AND a.id = s.account_id AND a.node_id IS NOT NULL)
INSERT INTO node_day
SELECT $1, m.node_id, m.day, m.intervals, m.import_wh, m.export_wh, m.import_wh + m.self_consumed_wh, m.produced_wh,
  m.self_consumed_wh, coalesce(s.sold_local_wh, 0), coalesce(s.bought_local_wh, 0), coalesce(s.sold_utility_wh, 0),
  coalesce(s.bought_utility_wh, 0), coalesce(s.local_revenue + s.utility_revenue, 0),
  coalesce(s.local_energy_cost + s.other_cost, 0), coalesce(s.local_revenue, 0), coalesce(s.local_energy_cost, 0),
  m.export_wh * t.feed_in, m.import_wh * (t.retail + t.grid_usage + t.levies)
FROM metered m
LEFT JOIN settled s ON s.day = m.day AND s.node_id = m.node_id
CROSS JOIN LATERAL (
  SELECT * FROM tariff WHERE community_id = $1 AND valid_from <= m.day ORDER BY valid_from DESC LIMIT 1) t
ON CONFLICT (community_id, node_id, day) DO UPDATE SET (intervals, import_wh, export_wh, used_wh, produced_wh,
  self_consumed_wh, sold_local_wh, bought_local_wh, sold_utility_wh, bought_utility_wh, revenue_nano, cost_nano,
  local_revenue_nano, local_energy_cost_nano, utility_alone_revenue_nano, utility_alone_cost_nano) = (
  excluded.intervals, excluded.import_wh, excluded.export_wh, excluded.used_wh, excluded.produced_wh,
  excluded.self_consumed_wh, excluded.sold_local_wh, excluded.bought_local_wh, excluded.sold_utility_wh,
  excluded.bought_utility_wh, excluded.revenue_nano, excluded.cost_nano, excluded.local_revenue_nano,
  excluded.local_energy_cost_nano, excluded.utility_alone_revenue_nano, excluded.utility_alone_cost_nano)`;

const COMMUNITY_DAYS = `
INSERT INTO community_day
SELECT $1, d.day, c.intervals, c.with_trade, c.traded_wh, c.traded_nano
FROM ${DAYS} CROSS JOIN LATERAL (
  SELECT count(*) AS intervals, count(*) FILTER (WHERE traded_wh > 0) AS with_trade, sum(traded_wh) AS traded_wh,
    sum(traded_nano) AS traded_nano
  FROM (
    SELECT DISTINCT ON (starts_at) traded_wh, traded_nano FROM clearing
    WHERE community_id = $1 AND starts_at >= d.starts AND starts_at < d.ends
    ORDER BY starts_at, version DESC) latest) c
ON CONFLICT (community_id, day) DO UPDATE SET (intervals, intervals_with_trade, traded_wh, traded_nano) = (
  excluded.intervals, excluded.intervals_with_trade, excluded.traded_wh, excluded.traded_nano)`;

/** Makes the sums of the local days anew in which these intervals (ascending) lie. */
export async function rollUpDays(
  client: Queryable,
  { communityId, timeZone }: { communityId: number; timeZone: string },
  startsMs: readonly number[],
): Promise<void> {
  const days: Day[] = [];
  for (const startMs of startsMs) {
    const day = localDay(startMs, timeZone);
    if (days.at(-1) !== day) days.push(day);
  }
  const values = [
    communityId,
    days,
    days.map((day) => new Date(startOfLocalDay(day, timeZone))),
    days.map((day) => new Date(startOfLocalDay(nextDay(day), timeZone))),
  ];
  await client.query({ name: 'roll-up-nodes', text: NODE_DAYS, values });
  await client.query({ name: 'roll-up-community', text: COMMUNITY_DAYS, values });
}
