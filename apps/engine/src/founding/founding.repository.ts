import type { FoundCommunity, GridNode, Household, Tariff } from '@ceex/contracts';
import type { Queryable } from '../database/database';

/** Old enough that every reading lies after it. */
const ALWAYS = '1970-01-01T00:00:00Z';

export async function insertCommunity(client: Queryable, body: FoundCommunity): Promise<number> {
  const { rules, simulation } = body;
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO community (name, time_zone, currency, grid_operator, pricing, k, discount_level, volumes,
       deadline_minutes, simulation_seed, simulation_anchor)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      body.name,
      body.timeZone,
      body.currency,
      body.gridOperator,
      rules.pricing,
      rules.k,
      rules.discountLevel,
      rules.volumes,
      rules.deadlineMinutes,
      simulation?.seed ?? null,
      simulation?.anchor ?? null,
    ],
  );
  return (rows[0] as { id: number }).id;
}

/** Stores the nodes and answers with their ids by code. */
export async function insertNodes(
  client: Queryable,
  communityId: number,
  grid: readonly GridNode[],
  households: readonly Household[],
): Promise<Map<string, number>> {
  const meters = new Map(households.map(({ node, meteringPoint }) => [node, meteringPoint]));
  const nodes = grid.map((node) => ({ ...node, meteringPoint: meters.get(node.code) ?? null }));
  const { rows } = await client.query<{ id: number; code: string }>(
    `INSERT INTO node (community_id, code, kind, label, metering_point, x, y, length_m, rating, rating_unit,
       capacity_up_wh, capacity_down_wh, fee_up, fee_down)
     SELECT $1, code, kind, label, "meteringPoint", x, y, "lengthM", rating, "ratingUnit", "capacityUpWh",
       "capacityDownWh", "feeUpMicroPerKwh", "feeDownMicroPerKwh"
     FROM jsonb_to_recordset($2) AS given (code text, kind text, label text, "meteringPoint" text,
       x double precision, y double precision, "lengthM" double precision, rating double precision, "ratingUnit" text,
       "capacityUpWh" integer, "capacityDownWh" integer, "feeUpMicroPerKwh" integer, "feeDownMicroPerKwh" integer)
     RETURNING id, code`,
    [communityId, JSON.stringify(nodes)],
  );
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const children = grid.filter(({ parent }) => parent !== null);
  await client.query(
    `UPDATE node SET parent_id = placed.parent
     FROM unnest($2::integer[], $3::integer[]) AS placed (id, parent)
     WHERE node.community_id = $1 AND node.id = placed.id`,
    [communityId, children.map(({ code }) => ids.get(code)), children.map(({ parent }) => ids.get(parent as string))],
  );
  return ids;
}

/** PV systems, batteries and first strategies. */
export async function insertAssets(
  client: Queryable,
  communityId: number,
  households: readonly Household[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const of = <T>(pick: (household: Household) => readonly T[]): string =>
    JSON.stringify(
      households.flatMap((household) =>
        pick(household).map((asset, position) => ({ ...asset, node: ids.get(household.node), position })),
      ),
    );
  await client.query(
    `INSERT INTO pv_system (community_id, node_id, position, name, peak_power_w, tilt_deg, azimuth_deg, commissioned_on)
     SELECT $1, node, position, name, "peakPowerW", "tiltDeg", "azimuthDeg", "commissionedOn"
     FROM jsonb_to_recordset($2) AS given (node integer, position smallint, name text, "peakPowerW" integer,
       "tiltDeg" smallint, "azimuthDeg" smallint, "commissionedOn" date)`,
    [communityId, of(({ pvSystems }) => pvSystems)],
  );
  await client.query(
    `INSERT INTO battery (community_id, node_id, position, name, capacity_wh, power_w)
     SELECT $1, node, position, name, "capacityWh", "powerW"
     FROM jsonb_to_recordset($2) AS given (node integer, position smallint, name text, "capacityWh" integer,
       "powerW" integer)`,
    [communityId, of(({ batteries }) => batteries)],
  );
  await client.query(
    `INSERT INTO strategy (community_id, node_id, valid_from, kind, lowest_sell, highest_pay, flexibility, set_by)
     SELECT $1, node, $3, kind, "lowestSellMicroPerKwh", "highestPayMicroPerKwh", "flexibilityMicroPerKwh", 'founding'
     FROM jsonb_to_recordset($2) AS given (node integer, kind text, "lowestSellMicroPerKwh" integer,
       "highestPayMicroPerKwh" integer, "flexibilityMicroPerKwh" integer)`,
    [communityId, of(({ strategy }) => [strategy]), ALWAYS],
  );
}

/** One account for each household, and those of the utility, the grid operator and the community. */
export async function insertAccounts(
  client: Queryable,
  communityId: number,
  householdIds: readonly number[],
): Promise<void> {
  await client.query(
    `INSERT INTO account (community_id, kind, node_id)
     SELECT $1::integer, kind, NULL::integer FROM unnest(ARRAY['utility', 'grid-operator', 'community']) AS kind
     UNION ALL SELECT $1::integer, 'node', node FROM unnest($2::integer[]) AS node`,
    [communityId, householdIds],
  );
}

export async function insertTariffs(client: Queryable, communityId: number, tariffs: readonly Tariff[]): Promise<void> {
  await client.query(
    `INSERT INTO tariff (community_id, valid_from, retail, grid_usage, levies, feed_in, discount_same_level,
       discount_across_transformer, vat)
     SELECT $1, "validFrom", "retailMicroPerKwh", "gridUsageMicroPerKwh", "leviesMicroPerKwh", "feedInMicroPerKwh",
       "discountSameLevel", "discountAcrossTransformer", vat
     FROM jsonb_to_recordset($2) AS given ("validFrom" date, "retailMicroPerKwh" integer,
       "gridUsageMicroPerKwh" integer, "leviesMicroPerKwh" integer, "feedInMicroPerKwh" integer,
       "discountSameLevel" integer, "discountAcrossTransformer" integer, vat integer)`,
    [communityId, JSON.stringify(tariffs)],
  );
}
