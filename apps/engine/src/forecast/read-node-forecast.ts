import { Injectable } from '@nestjs/common';
import { MIN_FORECAST_DAYS, type ForecastHour, type NodeForecast } from '@ceex/contracts';
import { addDays, formatInstant, localDay, previousDay, startOfLocalDay, type Day } from '@ceex/units';
import { FindCommunity } from '../communities/find-community';
import { Clock } from '../config/clock';
import { FindNode } from '../nodes/find-node';
import { PlantsRepository } from '../plants/plants.repository';
import { siteOfTimeZone } from '../plants/zone-site';
import { bestHours } from './best-hours';
import { forecastAccuracy } from './forecast-accuracy';
import { forecastEnergy, type Basis } from './forecast-energy';
import { ForecastRepository } from './forecast.repository';
import { hourReadings, type HourReading } from './hour-readings';
import { HOUR_MS } from './local-hours';
import { PriceBands } from './price-band';

/** Each weekday four times: more would forget the season. */
const HISTORY_DAYS = 28;
const HOURS_AHEAD = 24;

/** The next 24 hours of a node, and what yesterday's forecast was worth. */
@Injectable()
export class ReadNodeForecast {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly plants: PlantsRepository,
    private readonly forecast: ForecastRepository,
    private readonly clock: Clock,
  ) {}

  async run(nodeId: number): Promise<NodeForecast> {
    const nowMs = this.clock.now();
    const node = await this.findNode.byId(nodeId);
    const { communityId } = node;
    const { timeZone, currency } = await this.findCommunity.byId(communityId);
    const today = localDay(nowMs, timeZone);
    // One day more, so that yesterday's forecast rests on as many days as today's.
    const range = { startMs: startOfLocalDay(addDays(today, -HISTORY_DAYS - 1), timeZone), endMs: nowMs };
    const [rows, prices, systems, batteries] = await Promise.all([
      this.forecast.readings(communityId, nodeId, range),
      this.forecast.prices(communityId, range),
      this.plants.pvSystems(node),
      this.plants.batteries(node),
    ]);
    const basis: Basis = {
      history: hourReadings(rows, timeZone),
      systems,
      site: siteOfTimeZone(timeZone),
      hasBattery: batteries.length > 0,
      timeZone,
    };
    const firstMs = nowMs - (nowMs % HOUR_MS);
    const history = basis.history.filter(
      ({ startMs }) => startMs >= startOfLocalDay(addDays(today, -HISTORY_DAYS), timeZone),
    );
    const days = daysOf(history, timeZone);
    const bands = new PriceBands(prices, timeZone);
    const hours = days < MIN_FORECAST_DAYS ? [] : hoursFrom({ ...basis, history }, firstMs, bands);
    return {
      nodeId,
      timeZone,
      currency,
      madeAt: formatInstant(nowMs),
      days,
      hours,
      best: bestHours(hours),
      yesterday: yesterdayOf(basis, previousDay(today)),
    };
  }
}

function hoursFrom(basis: Basis, firstMs: number, bands: PriceBands): ForecastHour[] {
  const startsMs = Array.from({ length: HOURS_AHEAD }, (_, at) => firstMs + at * HOUR_MS);
  return forecastEnergy(basis, startsMs).map(({ startMs, ...energy }) => ({
    start: formatInstant(startMs),
    ...energy,
    price: bands.at(startMs),
  }));
}

/** Yesterday once more, from nothing but what was known before it began. */
function yesterdayOf(basis: Basis, yesterday: Day): NodeForecast['yesterday'] {
  const { timeZone } = basis;
  const startMs = startOfLocalDay(yesterday, timeZone);
  const measured = basis.history.filter((hour) => localDay(hour.startMs, timeZone) === yesterday);
  const history = basis.history.filter((hour) => hour.startMs < startMs);
  if (measured.length === 0 || daysOf(history, timeZone) < MIN_FORECAST_DAYS) return null;
  const forecast = forecastEnergy(
    { ...basis, history },
    measured.map((hour) => hour.startMs),
  );
  const compare = (forecastWh: 'surplusWh' | 'needWh', measuredWh: 'exportWh' | 'importWh') =>
    forecastAccuracy(
      measured.map((hour, at) => ({ forecastWh: forecast[at]?.[forecastWh] ?? 0, measuredWh: hour[measuredWh] })),
    );
  return { day: yesterday, surplus: compare('surplusWh', 'exportWh'), need: compare('needWh', 'importWh') };
}

/** Local days with readings. */
function daysOf(history: readonly HourReading[], timeZone: string): number {
  return new Set(history.map(({ startMs }) => localDay(startMs, timeZone))).size;
}
