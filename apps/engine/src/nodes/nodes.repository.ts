import { Injectable } from '@nestjs/common';
import type { Battery, NodeKind, PvSystem, Strategy } from '@ceex/contracts';
import type { Day } from '@ceex/units';
import { Database } from '../database/database';

export interface NodeRow {
  readonly nodeId: number;
  readonly communityId: number;
  readonly code: string;
  readonly label: string;
  readonly kind: NodeKind;
  readonly meteringPoint: string | null;
}

/** What a meter counted over some days, and what the house used and made. */
export interface EnergySums {
  readonly importWh: number;
  readonly exportWh: number;
  readonly usedWh: number;
  readonly producedWh: number;
}

const NODE = `
SELECT id AS "nodeId", community_id AS "communityId", code, label, kind, metering_point AS "meteringPoint"
FROM node WHERE id = $1`;

const PV_SYSTEMS = `
SELECT name, peak_power_w AS "peakPowerW", tilt_deg AS "tiltDeg", azimuth_deg AS "azimuthDeg",
  commissioned_on AS "commissionedOn"
FROM pv_system WHERE community_id = $1 AND node_id = $2 ORDER BY position`;

const BATTERIES = `
SELECT name, capacity_wh AS "capacityWh", power_w AS "powerW"
FROM battery WHERE community_id = $1 AND node_id = $2 ORDER BY position`;

const STRATEGY = `
SELECT valid_from AS "validFrom", kind, lowest_sell AS "lowestSellMicroPerKwh", highest_pay AS "highestPayMicroPerKwh",
  flexibility AS "flexibilityMicroPerKwh"
FROM strategy WHERE community_id = $1 AND node_id = $2 ORDER BY valid_from DESC LIMIT 1`;

const ENERGY = `
SELECT coalesce(sum(import_wh), 0)::bigint AS "importWh", coalesce(sum(export_wh), 0)::bigint AS "exportWh",
  coalesce(sum(used_wh), 0)::bigint AS "usedWh", coalesce(sum(produced_wh), 0)::bigint AS "producedWh"
FROM node_day WHERE community_id = $1 AND node_id = $2 AND day >= $3 AND day <= $4`;

type Key = Pick<NodeRow, 'communityId' | 'nodeId'>;

/** Reads nodes and what belongs to them. */
@Injectable()
export class NodesRepository {
  constructor(private readonly database: Database) {}

  async find(nodeId: number): Promise<NodeRow | undefined> {
    return (await this.rows<NodeRow>('node', NODE, [nodeId]))[0];
  }

  pvSystems({ communityId, nodeId }: Key): Promise<PvSystem[]> {
    return this.rows('pv-systems', PV_SYSTEMS, [communityId, nodeId]);
  }

  batteries({ communityId, nodeId }: Key): Promise<Battery[]> {
    return this.rows('batteries', BATTERIES, [communityId, nodeId]);
  }

  /** The strategy set last; undefined for a node that has none because it is no household. */
  async strategy({ communityId, nodeId }: Key): Promise<{ validFrom: Date; strategy: Strategy } | undefined> {
    const rows = await this.rows<Strategy & { validFrom: Date }>('strategy', STRATEGY, [communityId, nodeId]);
    return rows.map(({ validFrom, ...strategy }) => ({ validFrom, strategy }))[0];
  }

  /** Sums of the cleared intervals of the local days `from` to `to`, both included. */
  async energy({ communityId, nodeId }: Key, from: Day, to: Day): Promise<EnergySums> {
    const [sums] = await this.rows<EnergySums>('node-energy', ENERGY, [communityId, nodeId, from, to]);
    if (!sums) throw new Error('a sum without GROUP BY always has one row');
    return sums;
  }

  private async rows<T extends object>(name: string, text: string, values: unknown[]): Promise<T[]> {
    return (await this.database.pool.query<T>({ name, text, values })).rows;
  }
}
