import * as z from 'zod';
import { energyWh, localDay, nodeId, timeZone } from '../quantities';
import { route } from '../route';

/** What a heat map can show of a node. */
export const HEAT_FIGURES = [
  'usedWh',
  'producedWh',
  'selfConsumedWh',
  'boughtLocalWh',
  'boughtUtilityWh',
  'soldLocalWh',
  'soldUtilityWh',
] as const;
export type HeatFigure = (typeof HEAT_FIGURES)[number];

/** A leap year and a day; a longer range is refused (`too-many-points`). */
export const MAX_HEAT_DAYS = 367;

/** One entry for each hour of the clock, null where nothing was cleared. The hour that autumn repeats is summed. */
const hours = z.array(energyWh.nullable()).length(24);

export const heatDay = z.object({
  day: localDay,
  usedWh: hours,
  producedWh: hours,
  selfConsumedWh: hours,
  boughtLocalWh: hours,
  boughtUtilityWh: hours,
  soldLocalWh: hours,
  soldUtilityWh: hours,
});
export type HeatDay = z.infer<typeof heatDay>;

export const nodeHeatMap = z
  .object({
    nodeId: z.int(),
    timeZone,
    /** Every local day of the range with a clearing, earliest first. */
    days: z.array(heatDay).max(MAX_HEAT_DAYS),
  })
  .meta({ id: 'NodeHeatMap' });
export type NodeHeatMap = z.infer<typeof nodeHeatMap>;

export const getNodeHeatMap = route({
  method: 'GET',
  path: '/node/:nodeId/heat-map',
  access: 'node',
  summary: 'Energy of a node by day and hour of the clock',
  schemas: {
    params: z.strictObject({ nodeId }),
    query: z.strictObject({ startDate: localDay, endDate: localDay }),
    response: nodeHeatMap,
  },
});
