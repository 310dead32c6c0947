import { Injectable } from '@nestjs/common';
import type { Battery, NodePlants, PvSystem } from '@ceex/contracts';
import { Database } from '../database/database';
import type { NodeRow } from '../nodes/nodes.repository';

export type StoredPvSystem = PvSystem & { readonly plantId: number };
export type StoredBattery = NodePlants['batteries'][number];
type Key = Pick<NodeRow, 'communityId' | 'nodeId'>;

const PV_SYSTEMS = `
SELECT id AS "plantId", name, peak_power_w AS "peakPowerW", tilt_deg AS "tiltDeg", azimuth_deg AS "azimuthDeg",
  commissioned_on AS "commissionedOn"
FROM pv_system WHERE community_id = $1 AND node_id = $2 ORDER BY position`;

const BATTERIES = `
SELECT id AS "plantId", name, capacity_wh AS "capacityWh", power_w AS "powerW"
FROM battery WHERE community_id = $1 AND node_id = $2 ORDER BY position`;

/** The positions that there are; a plant takes the first free one. */
const FREE = `generate_series(0, $3::integer - 1) AS free (position)`;

/** Reads and writes the plants of nodes. Every statement is bound to the node, so that no id reaches another's. */
@Injectable()
export class PlantsRepository {
  constructor(private readonly database: Database) {}

  pvSystems({ communityId, nodeId }: Key): Promise<StoredPvSystem[]> {
    return this.rows(PV_SYSTEMS, [communityId, nodeId]);
  }

  batteries({ communityId, nodeId }: Key): Promise<StoredBattery[]> {
    return this.rows(BATTERIES, [communityId, nodeId]);
  }

  /** Adds a PV system; false where the node has `most` of them already. */
  async addPvSystem({ communityId, nodeId }: Key, system: PvSystem, most: number): Promise<boolean> {
    const { name, peakPowerW, tiltDeg, azimuthDeg, commissionedOn } = system;
    return this.changed(
      `INSERT INTO pv_system (community_id, node_id, position, name, peak_power_w, tilt_deg, azimuth_deg, commissioned_on)
       SELECT $1, $2, position, $4, $5, $6, $7, $8 FROM ${FREE} WHERE NOT EXISTS (
         SELECT FROM pv_system WHERE community_id = $1 AND node_id = $2 AND position = free.position)
       ORDER BY position LIMIT 1`,
      [communityId, nodeId, most, name, peakPowerW, tiltDeg, azimuthDeg, commissionedOn],
    );
  }

  /** Adds a battery; false where the node has `most` of them already. */
  async addBattery({ communityId, nodeId }: Key, battery: Battery, most: number): Promise<boolean> {
    const { name, capacityWh, powerW } = battery;
    return this.changed(
      `INSERT INTO battery (community_id, node_id, position, name, capacity_wh, power_w)
       SELECT $1, $2, position, $4, $5, $6 FROM ${FREE} WHERE NOT EXISTS (
         SELECT FROM battery WHERE community_id = $1 AND node_id = $2 AND position = free.position)
       ORDER BY position LIMIT 1`,
      [communityId, nodeId, most, name, capacityWh, powerW],
    );
  }

  /** Changes a PV system; false where the node has none of this id. */
  async putPvSystem({ communityId, nodeId }: Key, plantId: number, system: PvSystem): Promise<boolean> {
    const { name, peakPowerW, tiltDeg, azimuthDeg, commissionedOn } = system;
    return this.changed(
      `UPDATE pv_system SET name = $4, peak_power_w = $5, tilt_deg = $6, azimuth_deg = $7, commissioned_on = $8
       WHERE community_id = $1 AND node_id = $2 AND id = $3`,
      [communityId, nodeId, plantId, name, peakPowerW, tiltDeg, azimuthDeg, commissionedOn],
    );
  }

  /** Changes a battery; false where the node has none of this id. */
  async putBattery({ communityId, nodeId }: Key, plantId: number, battery: Battery): Promise<boolean> {
    const { name, capacityWh, powerW } = battery;
    return this.changed(
      `UPDATE battery SET name = $4, capacity_wh = $5, power_w = $6 WHERE community_id = $1 AND node_id = $2 AND id = $3`,
      [communityId, nodeId, plantId, name, capacityWh, powerW],
    );
  }

  /** Removes a PV system or a battery; false where the node has none of this id. */
  async remove({ communityId, nodeId }: Key, plantId: number): Promise<boolean> {
    return this.changed(
      `WITH pv AS (DELETE FROM pv_system WHERE community_id = $1 AND node_id = $2 AND id = $3 RETURNING id),
         store AS (DELETE FROM battery WHERE community_id = $1 AND node_id = $2 AND id = $3 RETURNING id)
       SELECT id FROM pv UNION ALL SELECT id FROM store`,
      [communityId, nodeId, plantId],
    );
  }

  private async rows<T extends object>(text: string, values: unknown[]): Promise<T[]> {
    return (await this.database.pool.query<T>(text, values)).rows;
  }

  private async changed(text: string, values: unknown[]): Promise<boolean> {
    return ((await this.database.pool.query(text, values)).rowCount ?? 0) > 0;
  }
}
