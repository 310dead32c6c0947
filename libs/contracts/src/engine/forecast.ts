import * as z from 'zod';
import { energyWh, instant, localDay, priceMicroPerKwh } from '../quantities';
import { route } from '../route';
import { nodeParams } from './trading';

/** What an hour is expected to bring. An estimate: no figure here is settled. */
export const forecastHour = z.object({
  start: instant,
  /** What the household will give to the grid, and what it will need from it. */
  surplusWh: energyWh,
  needWh: energyWh,
  /** What its plants will make. */
  producedWh: energyWh,
  /** Four of five prices of such hours lay between low and high; null where such hours hardly ever had a trade. */
  price: z
    .object({
      lowMicroPerKwh: priceMicroPerKwh,
      middleMicroPerKwh: priceMicroPerKwh,
      highMicroPerKwh: priceMicroPerKwh,
    })
    .nullable(),
});
export type ForecastHour = z.infer<typeof forecastHour>;

/** How far a forecast was off, hour by hour. */
const accuracy = z.object({
  forecastWh: energyWh,
  measuredWh: energyWh,
  /** The mean of |forecast − measured| over the hours of the day, in Wh. */
  meanErrorWh: energyWh,
  /** Σ |forecast − measured| in basis points of the measured sum; null where nothing was measured. */
  errorShare: z.int().nonnegative().nullable(),
});

export const nodeForecast = z
  .object({
    nodeId: z.int(),
    timeZone: z.string(),
    currency: z.string(),
    madeAt: instant,
    /** Days of readings that it rests on; below `MIN_FORECAST_DAYS` there are no hours. */
    days: z.int().nonnegative(),
    /** The running hour and those that follow. */
    hours: z.array(forecastHour).max(25),
    /**
     * The hours in which a kWh used costs least: with most own surplus, else at the lowest price. Null where no hours
     * stand out.
     */
    best: z
      .object({
        start: instant,
        end: instant,
        reason: z.enum(['surplus', 'price']),
        surplusWh: energyWh,
        middleMicroPerKwh: priceMicroPerKwh.nullable(),
      })
      .nullable(),
    /** Yesterday, forecast from what was known before it began, against what the meter said. Null without readings. */
    yesterday: z.object({ day: localDay, surplus: accuracy, need: accuracy }).nullable(),
  })
  .meta({ id: 'NodeForecast' });
export type NodeForecast = z.infer<typeof nodeForecast>;
export type ForecastAccuracy = z.infer<typeof accuracy>;

/** A forecast needs each weekday once. */
export const MIN_FORECAST_DAYS = 7;

export const getNodeForecast = route({
  method: 'GET',
  path: '/node/:nodeId/forecast',
  access: 'node',
  summary: 'The next 24 hours of a node: surplus, need, price, the best hours, and how good yesterday’s forecast was',
  schemas: { params: nodeParams, response: nodeForecast },
});
