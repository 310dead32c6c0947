import type { ForecastAccuracy, NodeForecast } from '@ceex/contracts';
import type { Formats } from '@ceex/web-ui';
import type { Sentence } from '../sentences/sentence';

/** How a time is told in sentences. */
export type ForecastFormats = Pick<Formats, 'recent' | 'moment' | 'share'>;

/** When a kWh used costs least, and why. */
export function bestSentence(forecast: NodeForecast, nowMs: number, formats: ForecastFormats): Sentence {
  const { best, timeZone } = forecast;
  if (best === null) return { key: 'trading.forecast.best.none' };
  const from = formats.recent(Date.parse(best.start), nowMs, timeZone);
  const plain = { from, to: formats.moment(Date.parse(best.end), 'time', timeZone) };
  if (best.reason === 'surplus') {
    return { key: 'trading.forecast.best.surplus', plain, energyWh: { energy: best.surplusWh } };
  }
  if (best.middleMicroPerKwh === null) return { key: 'trading.forecast.best.cheap', plain };
  return { key: 'trading.forecast.best.price', plain, priceMicroPerKwh: { price: best.middleMicroPerKwh } };
}

/** What the next 24 hours bring in all. */
export function sumSentence({ hours }: Pick<NodeForecast, 'hours'>): Sentence {
  const sum = (field: 'surplusWh' | 'needWh') => hours.reduce((total, hour) => total + hour[field], 0);
  const [surplus, need] = [sum('surplusWh'), sum('needWh')];
  const sides = surplus === 0 ? 'need' : need === 0 ? 'surplus' : 'both';
  return { key: `trading.forecast.sum.${sides}`, energyWh: { surplus, need } };
}

/** How far yesterday's forecast was off, for each side on which there was something. */
export function accuracySentences(
  yesterday: NonNullable<NodeForecast['yesterday']>,
  formats: Pick<Formats, 'share'>,
): Sentence[] {
  const told = ({ forecastWh, measuredWh }: ForecastAccuracy) => forecastWh > 0 || measuredWh > 0;
  return (['surplus', 'need'] as const)
    .filter((side) => told(yesterday[side]))
    .map((side) => {
      const { forecastWh, measuredWh, meanErrorWh, errorShare } = yesterday[side];
      const energyWh = { forecast: forecastWh, measured: measuredWh, error: meanErrorWh };
      const key = `trading.forecast.yesterday.${side}`;
      if (errorShare === null) return { key, energyWh };
      return { key: `${key}Share`, energyWh, plain: { share: formats.share(errorShare, 10_000) } };
    });
}
