import { Injectable } from '@nestjs/common';
import { demoCommunity, SimulatedMeters, type SimulatedReadings } from '@ceex/simulation';
import { intervalIndex, intervalStart } from '@ceex/units';
import { Database } from '../database/database';
import { StagedReadings } from '../readings/staged-readings';
import { storeReadings } from '../readings/store-readings';

/** So many intervals are delivered in one transaction: after a long pause it takes several. */
const INTERVALS_AT_ONCE = 30 * 96;

interface Simulation {
  readonly meters: SimulatedMeters;
  readonly anchorIndex: number;
  readonly nodes: ReadonlyMap<string, number>;
}

/** The meters of communities whose readings are simulated: they deliver whatever has ended since their last reading. */
@Injectable()
export class MeterSimulation {
  readonly #simulations = new Map<number, Simulation>();

  constructor(private readonly database: Database) {}

  /** Communities with simulated meters. */
  async communities(): Promise<number[]> {
    const { rows } = await this.database.pool.query<{ id: number }>(
      'SELECT id FROM community WHERE simulation_seed IS NOT NULL ORDER BY id',
    );
    return rows.map(({ id }) => id);
  }

  /** Delivers all readings that are missing up to the last interval that ended; says how many intervals. */
  async deliver(communityId: number, nowMs: number): Promise<number> {
    const simulation = await this.#simulation(communityId);
    const first = await this.#firstMissing(communityId, simulation);
    const end = intervalIndex(nowMs);
    for (let from = first; from < end; from += INTERVALS_AT_ONCE) {
      const readings = simulation.meters.read(from, Math.min(INTERVALS_AT_ONCE, end - from));
      await this.#store(communityId, simulation, readings, nowMs);
    }
    return Math.max(0, end - first);
  }

  async #store(
    communityId: number,
    { nodes }: Simulation,
    { fromIndex, count, households }: SimulatedReadings,
    nowMs: number,
  ): Promise<void> {
    const series = households.map((household) => ({ ...household, nodeId: nodes.get(household.nodeCode) as number }));
    const startsMs = Array.from({ length: count }, (_, position) => intervalStart(fromIndex + position));
    await this.database.transaction(async (client) => {
      const staged = await StagedReadings.open(client);
      for (const [position, startMs] of startsMs.entries()) {
        for (const { nodeId, importWh, exportWh, productionWh } of series) {
          const at = (values: Int32Array): number => values[position] as number;
          staged.add(nodeId, startMs, at(importWh), at(exportWh), at(productionWh));
        }
        await staged.flush();
      }
      await staged.finish();
      await storeReadings(client, { communityId, quality: 'simulated', nowMs, startsMs });
    });
  }

  async #firstMissing(communityId: number, { anchorIndex }: Simulation): Promise<number> {
    const { rows } = await this.database.pool.query<{ last: Date | null }>(
      'SELECT max(starts_at) AS last FROM reading WHERE community_id = $1',
      [communityId],
    );
    const last = rows[0]?.last;
    return last == null ? anchorIndex : intervalIndex(last.getTime()) + 1;
  }

  /** Kept between deliveries, because the batteries' state would have to be worked out from the anchor each time. */
  async #simulation(communityId: number): Promise<Simulation> {
    const known = this.#simulations.get(communityId);
    if (known !== undefined) return known;
    const { rows } = await this.database.pool.query<{ seed: number | null; anchor: Date }>(
      'SELECT simulation_seed AS seed, simulation_anchor AS anchor FROM community WHERE id = $1',
      [communityId],
    );
    const row = rows[0];
    if (row === undefined || row.seed === null) throw new Error(`community ${communityId} has no simulated meters`);
    const anchorIndex = intervalIndex(row.anchor.getTime());
    const nodes = await this.#nodes(communityId);
    const community = demoCommunity(row.seed);
    const stranger = community.households.find(({ nodeCode }) => !nodes.has(nodeCode));
    if (stranger !== undefined)
      throw new Error(`community ${communityId} has no node ${stranger.nodeCode} to simulate`);
    const simulation = { meters: new SimulatedMeters(community, row.seed, anchorIndex), anchorIndex, nodes };
    this.#simulations.set(communityId, simulation);
    return simulation;
  }

  async #nodes(communityId: number): Promise<Map<string, number>> {
    const { rows } = await this.database.pool.query<{ id: number; code: string }>(
      `SELECT id, code FROM node WHERE community_id = $1 AND kind = 'household'`,
      [communityId],
    );
    return new Map(rows.map(({ id, code }) => [code, id]));
  }
}
