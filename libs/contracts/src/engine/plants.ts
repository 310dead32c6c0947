import * as z from 'zod';
import { energyWh, instant, localDay, nodeId } from '../quantities';
import { route } from '../route';
import { battery, pvSystem } from './node';
import { nodeParams } from './trading';

/** So many plants of each kind may stand at one node. */
export const MAX_PLANTS = 50;
/** The largest PV system that a household may enter: 1000 kWp. */
export const MAX_PEAK_POWER_W = 1_000_000;
/** A quarter-hour each: 92, 96 or 100 of them make a local day. */
export const MAX_DAY_POINTS = 100;

const peakPowerW = z.int().min(1).max(MAX_PEAK_POWER_W);

/** What a household enters: a PV system or a battery. */
export const plant = z.discriminatedUnion('kind', [
  pvSystem.extend({ kind: z.literal('pv-system'), peakPowerW }),
  battery.extend({ kind: z.literal('battery') }),
]);
export type Plant = z.infer<typeof plant>;

const plantId = z.int().positive().describe('Plant; it keeps its id as long as it stands');

/** Energy by month, January first. Expected figures are estimates, not settled energy. */
const monthsWh = z.array(energyWh).length(12);

/**
 * Where the sun is taken to shine. `time-zone`: the principal city of the community's time zone, which for a small
 * country is good to a few per cent of a year's yield.
 */
const site = z.object({ latitudeDeg: z.number(), longitudeDeg: z.number(), source: z.enum(['time-zone']) });

export const nodePlants = z
  .object({
    nodeId: z.int(),
    pvSystems: z
      .array(
        pvSystem.extend({
          plantId,
          /** In a year of usual weather; null where the site is not known. */
          expectedYearWh: energyWh.nullable(),
        }),
      )
      .max(MAX_PLANTS),
    batteries: z.array(battery.extend({ plantId })).max(MAX_PLANTS),
    site: site.nullable(),
    /** All PV systems in a year of usual weather, by month; null where the site is not known. */
    expectedMonthsWh: monthsWh.nullable(),
    expectedYearWh: energyWh.nullable(),
    /** What the meter of production counted in the last twelve months, beside it. */
    producedLastTwelveMonthsWh: energyWh,
  })
  .meta({ id: 'NodePlants' });
export type NodePlants = z.infer<typeof nodePlants>;

export const getNodePlants = route({
  method: 'GET',
  path: '/node/:nodeId/plants',
  access: 'node',
  summary: 'PV systems and batteries of a node, with the yield to be expected',
  schemas: { params: nodeParams, response: nodePlants },
});

export const addPlant = route({
  method: 'POST',
  path: '/node/:nodeId/plants',
  access: 'node',
  summary: 'Add a PV system or a battery',
  schemas: { params: nodeParams, body: plant, response: nodePlants },
});

const plantParams = z.strictObject({ nodeId, plantId: nodeId.describe('Plant') });

export const putPlant = route({
  method: 'PUT',
  path: '/node/:nodeId/plants/:plantId',
  access: 'node',
  summary: 'Change a PV system or a battery; it stays of its kind',
  schemas: { params: plantParams, body: plant, response: nodePlants },
});

export const removePlant = route({
  method: 'DELETE',
  path: '/node/:nodeId/plants/:plantId',
  access: 'node',
  summary: 'Remove a PV system or a battery',
  schemas: { params: plantParams, response: nodePlants },
});

/** What a quarter-hour is expected to bring. */
const expectedPoint = z.object({
  start: instant,
  /** In usual weather for the month. */
  expectedWh: energyWh,
  /** Under a cloudless sky. */
  clearSkyWh: energyWh,
});

export const nodeProduction = z
  .object({
    nodeId: z.int(),
    timeZone: z.string(),
    day: localDay,
    /** Energy in each quarter-hour of the day. `measuredWh` is null where the meter has said nothing (yet). */
    points: z.array(expectedPoint.extend({ measuredWh: energyWh.nullable() })).max(MAX_DAY_POINTS),
    /** Of the whole day; the expected ones are null where the site is not known (then `points` expect nothing). */
    expectedWh: energyWh.nullable(),
    clearSkyWh: energyWh.nullable(),
    measuredWh: energyWh,
  })
  .meta({ id: 'NodeProduction' });
export type NodeProduction = z.infer<typeof nodeProduction>;

export const getNodeProduction = route({
  method: 'GET',
  path: '/node/:nodeId/plants/day',
  access: 'node',
  summary: 'What the PV systems of a node are expected to make on a day (today), and what they made',
  schemas: { params: nodeParams, query: z.strictObject({ day: localDay.optional() }), response: nodeProduction },
});

const queryInteger = z
  .string()
  .regex(/^\d{1,8}$/, 'a whole number')
  .transform(Number);

export const plantPreview = z
  .object({
    /** Null where the site is not known. */
    expectedYearWh: energyWh.nullable(),
    expectedMonthsWh: monthsWh.nullable(),
    /** Today's curve. */
    points: z.array(expectedPoint).max(MAX_DAY_POINTS),
  })
  .meta({ id: 'PlantPreview' });
export type PlantPreview = z.infer<typeof plantPreview>;

/** What is asked of a PV system that is not saved yet. */
export const previewPlant = route({
  method: 'GET',
  path: '/node/:nodeId/plants/preview',
  access: 'node',
  summary: 'The yield to be expected of a PV system that is not saved yet',
  schemas: {
    params: nodeParams,
    query: z.strictObject({
      peakPowerW: queryInteger.pipe(peakPowerW),
      tiltDeg: queryInteger.pipe(pvSystem.shape.tiltDeg),
      azimuthDeg: queryInteger.pipe(pvSystem.shape.azimuthDeg),
    }),
    response: plantPreview,
  },
});
export type PlantPreviewQuery = z.infer<typeof previewPlant.schemas.query>;
