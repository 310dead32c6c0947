import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The engine's tables. Every key of a row that belongs to a community begins with its id, so that a community is a shard.
 * Energy is `integer` Wh per interval (`bigint` in sums), prices are `integer` µCHF/kWh, money is `bigint` nCHF.
 */
const UP = `
CREATE TABLE community (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  time_zone text NOT NULL,
  currency text NOT NULL,
  grid_operator text NOT NULL,
  pricing text NOT NULL CHECK (pricing IN ('nodal', 'midpoint')),
  k double precision NOT NULL CHECK (k BETWEEN 0 AND 1),
  discount_level text NOT NULL CHECK (discount_level IN ('same-level', 'across-transformer')),
  volumes text NOT NULL CHECK (volumes IN ('market', 'utility')),
  deadline_minutes integer NOT NULL CHECK (deadline_minutes > 0),
  simulation_seed bigint,
  simulation_anchor timestamptz,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'stopped')),
  status_reason text,
  founded_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((simulation_seed IS NULL) = (simulation_anchor IS NULL))
);

-- A node with the edge to its parent: one row, because the grid is a tree.
CREATE TABLE node (
  community_id integer NOT NULL REFERENCES community (id),
  id integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  code text NOT NULL,
  parent_id integer,
  kind text NOT NULL CHECK (kind IN ('household', 'junction', 'cabinet', 'transformer')),
  label text NOT NULL,
  metering_point text UNIQUE,
  x double precision,
  y double precision,
  length_m double precision NOT NULL CHECK (length_m >= 0),
  rating double precision,
  rating_unit text CHECK (rating_unit IN ('A', 'kVA')),
  capacity_up_wh integer CHECK (capacity_up_wh >= 0),
  capacity_down_wh integer CHECK (capacity_down_wh >= 0),
  fee_up integer NOT NULL CHECK (fee_up >= 0),
  fee_down integer NOT NULL CHECK (fee_down >= 0),
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, code),
  FOREIGN KEY (community_id, parent_id) REFERENCES node (community_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE pv_system (
  community_id integer NOT NULL,
  node_id integer NOT NULL,
  position smallint NOT NULL,
  name text NOT NULL,
  peak_power_w integer NOT NULL CHECK (peak_power_w > 0),
  tilt_deg smallint NOT NULL CHECK (tilt_deg BETWEEN 0 AND 90),
  azimuth_deg smallint NOT NULL CHECK (azimuth_deg BETWEEN 0 AND 359),
  commissioned_on date NOT NULL,
  PRIMARY KEY (community_id, node_id, position),
  FOREIGN KEY (community_id, node_id) REFERENCES node (community_id, id)
);

CREATE TABLE battery (
  community_id integer NOT NULL,
  node_id integer NOT NULL,
  position smallint NOT NULL,
  name text NOT NULL,
  capacity_wh integer NOT NULL CHECK (capacity_wh > 0),
  power_w integer NOT NULL CHECK (power_w > 0),
  PRIMARY KEY (community_id, node_id, position),
  FOREIGN KEY (community_id, node_id) REFERENCES node (community_id, id)
);

CREATE TABLE tariff (
  community_id integer NOT NULL REFERENCES community (id),
  valid_from date NOT NULL,
  retail integer NOT NULL CHECK (retail >= 0),
  grid_usage integer NOT NULL CHECK (grid_usage >= 0),
  levies integer NOT NULL CHECK (levies >= 0),
  feed_in integer NOT NULL CHECK (feed_in >= 0),
  discount_same_level integer NOT NULL CHECK (discount_same_level BETWEEN 0 AND 10000),
  discount_across_transformer integer NOT NULL CHECK (discount_across_transformer BETWEEN 0 AND 10000),
  vat integer NOT NULL CHECK (vat BETWEEN 0 AND 10000),
  PRIMARY KEY (community_id, valid_from)
);

-- Never changed, only added to: the limits of a past interval stay known.
CREATE TABLE strategy (
  community_id integer NOT NULL,
  node_id integer NOT NULL,
  valid_from timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('never-lose', 'market-benefit', 'flexibility')),
  lowest_sell integer CHECK (lowest_sell >= 0),
  highest_pay integer CHECK (highest_pay >= 0),
  flexibility integer CHECK (flexibility >= 0),
  set_by text NOT NULL,
  PRIMARY KEY (community_id, node_id, valid_from),
  FOREIGN KEY (community_id, node_id) REFERENCES node (community_id, id)
);

CREATE TABLE reading (
  community_id integer NOT NULL,
  starts_at timestamptz NOT NULL,
  node_id integer NOT NULL,
  import_wh integer NOT NULL CHECK (import_wh >= 0),
  export_wh integer NOT NULL CHECK (export_wh >= 0),
  production_wh integer CHECK (production_wh >= 0),
  -- 1 measured, 2 estimated, 3 simulated
  quality smallint NOT NULL CHECK (quality BETWEEN 1 AND 3),
  PRIMARY KEY (community_id, starts_at, node_id)
);

-- What waits to be cleared. Written with the readings, deleted with the clearing, each in the same transaction.
CREATE TABLE pending_interval (
  community_id integer NOT NULL REFERENCES community (id),
  starts_at timestamptz NOT NULL,
  cause text NOT NULL CHECK (cause IN ('readings', 'correction', 'operator')),
  -- From here on the interval clears even where readings are missing.
  due_at timestamptz NOT NULL,
  -- Limits as they stood then; null: as they stood at the end of the interval.
  limits_as_of timestamptz,
  PRIMARY KEY (community_id, starts_at)
);

CREATE TABLE clearing (
  community_id integer NOT NULL REFERENCES community (id),
  starts_at timestamptz NOT NULL,
  version smallint NOT NULL CHECK (version > 0),
  cause text NOT NULL CHECK (cause IN ('readings', 'correction', 'operator')),
  limits_as_of timestamptz NOT NULL,
  -- Σ quantity of the trades, and Σ quantity × seller's price.
  traded_wh integer NOT NULL,
  traded_nano bigint NOT NULL,
  welfare_nano bigint NOT NULL,
  fees_nano bigint NOT NULL,
  rent_nano bigint NOT NULL,
  -- Orders, in the order they were given to the market: node, side (0 ask, 1 bid), quantity, limit, filled.
  order_nodes integer[] NOT NULL,
  order_sides smallint[] NOT NULL,
  order_quantities_wh integer[] NOT NULL,
  order_limits integer[] NOT NULL,
  order_fills_wh integer[] NOT NULL,
  -- Prices by node and the flow on each node's edge to its parent (up positive); empty where nothing was traded.
  price_nodes integer[] NOT NULL,
  prices integer[] NOT NULL,
  flows_wh integer[] NOT NULL,
  cleared_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, starts_at, version)
);

CREATE TABLE trade (
  community_id integer NOT NULL,
  starts_at timestamptz NOT NULL,
  version smallint NOT NULL,
  position smallint NOT NULL,
  seller_id integer NOT NULL,
  buyer_id integer NOT NULL,
  quantity_wh integer NOT NULL CHECK (quantity_wh > 0),
  seller_price integer NOT NULL,
  buyer_price integer NOT NULL,
  fee_nano bigint NOT NULL,
  rent_nano bigint NOT NULL,
  distance_m real NOT NULL,
  PRIMARY KEY (community_id, starts_at, version, position),
  CHECK (seller_id <> buyer_id)
);
CREATE INDEX trade_by_seller ON trade (community_id, seller_id, starts_at);
CREATE INDEX trade_by_buyer ON trade (community_id, buyer_id, starts_at);

CREATE TABLE account (
  community_id integer NOT NULL REFERENCES community (id),
  id integer GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind IN ('node', 'utility', 'grid-operator', 'community')),
  node_id integer,
  PRIMARY KEY (community_id, id),
  UNIQUE NULLS NOT DISTINCT (community_id, kind, node_id),
  CHECK ((kind = 'node') = (node_id IS NOT NULL)),
  FOREIGN KEY (community_id, node_id) REFERENCES node (community_id, id)
);

-- The ledger: energy and money are positive where the account gave energy and received money. Each sums to zero within
-- (interval, version, kind). Kinds: 1 local energy, 2 grid usage and levies on local energy, 3 supply by the utility,
-- 4 feed-in to the utility; a negative kind takes back the posting of the version before.
CREATE TABLE posting (
  community_id integer NOT NULL,
  starts_at timestamptz NOT NULL,
  version smallint NOT NULL,
  account_id integer NOT NULL,
  kind smallint NOT NULL CHECK (abs(kind) BETWEEN 1 AND 4),
  energy_wh integer NOT NULL,
  amount_nano bigint NOT NULL,
  PRIMARY KEY (community_id, starts_at, account_id, version, kind)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER clearing_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clearing
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER trade_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trade
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Sums by local day, always equal to what the readings and the ledger give. Made anew from them for each touched day.
CREATE TABLE node_day (
  community_id integer NOT NULL,
  node_id integer NOT NULL,
  day date NOT NULL,
  intervals smallint NOT NULL,
  import_wh bigint NOT NULL,
  export_wh bigint NOT NULL,
  used_wh bigint NOT NULL,
  produced_wh bigint NOT NULL,
  self_consumed_wh bigint NOT NULL,
  sold_local_wh bigint NOT NULL,
  bought_local_wh bigint NOT NULL,
  sold_utility_wh bigint NOT NULL,
  bought_utility_wh bigint NOT NULL,
  revenue_nano bigint NOT NULL,
  cost_nano bigint NOT NULL,
  local_revenue_nano bigint NOT NULL,
  local_energy_cost_nano bigint NOT NULL,
  utility_alone_revenue_nano bigint NOT NULL,
  utility_alone_cost_nano bigint NOT NULL,
  PRIMARY KEY (community_id, node_id, day)
);

CREATE TABLE community_day (
  community_id integer NOT NULL REFERENCES community (id),
  day date NOT NULL,
  intervals smallint NOT NULL,
  intervals_with_trade smallint NOT NULL,
  traded_wh bigint NOT NULL,
  traded_nano bigint NOT NULL,
  PRIMARY KEY (community_id, day)
);

-- What others want to hear of; one row may tell of many intervals.
CREATE TABLE event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community_id integer NOT NULL REFERENCES community (id),
  kind text NOT NULL CHECK (kind IN ('cleared', 'stopped')),
  first_starts_at timestamptz NOT NULL,
  last_starts_at timestamptz NOT NULL,
  intervals integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX event_by_community ON event (community_id, id);
`;

const DOWN = `
DROP TABLE event, community_day, node_day, posting, account, trade, clearing, pending_interval, reading, strategy, tariff,
  battery, pv_system, node, community CASCADE;
DROP FUNCTION refuse_change();
`;

export class FoundEngine1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
