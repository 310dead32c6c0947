import * as z from 'zod';
import { amountNano, energyWh, instant, nodeId } from '../quantities';
import { route } from '../route';
import { rangeQuery } from './metrics';

/** What a node traded with one other over a range. */
export const neighbour = z.object({
  nodeId: z.int(),
  /** What the neighbour chose to show; for the utility, which may trade at the grid's root, the grid operator. */
  label: z.string(),
  /** Length of the lines between the two. */
  distanceM: z.number().nonnegative(),
  trades: z.int().positive(),
  soldWh: energyWh,
  soldNano: amountNano,
  boughtWh: energyWh,
  /** Energy only, without grid usage and levies. */
  boughtNano: amountNano,
});
export type Neighbour = z.infer<typeof neighbour>;

export const nodeNeighbours = z
  .object({
    nodeId: z.int(),
    start: instant,
    end: instant,
    /** Those with whom most energy was traded, most first. */
    neighbours: z.array(neighbour).max(100),
    /** How many there are beyond these; the sums below are over all. */
    others: z.int().nonnegative(),
    soldWh: energyWh,
    boughtWh: energyWh,
  })
  .meta({ id: 'NodeNeighbours' });
export type NodeNeighbours = z.infer<typeof nodeNeighbours>;

export const getNodeNeighbours = route({
  method: 'GET',
  path: '/node/:nodeId/neighbours',
  access: 'node',
  summary: 'With whom a node traded most over a range',
  schemas: {
    params: z.strictObject({ nodeId }),
    query: rangeQuery.extend({ limit: z.coerce.number().int().min(1).max(100).default(10) }),
    response: nodeNeighbours,
  },
});
