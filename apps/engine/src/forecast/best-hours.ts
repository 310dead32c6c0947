import type { ForecastHour, NodeForecast } from '@ceex/contracts';
import { formatInstant, parseInstant } from '@ceex/units';
import { HOUR_MS } from './local-hours';

/** A washing machine with its drying takes about so long, and uses about so much. */
const HOURS = 3;
const ENOUGH_WH = 1_000;
/** Prices stand out when they are so far below the mean of the day: in basis points. */
const STANDS_OUT = 300;

interface Window {
  readonly first: ForecastHour;
  readonly surplusWh: number;
  /** Null where an hour has no price. */
  readonly price: number | null;
}

/**
 * Three hours in a row in which a kWh used costs least: those with the most surplus of the house, where that is enough
 * to wash with; else those with the lowest expected price, where it stands out. Null where neither is so.
 */
export function bestHours(hours: readonly ForecastHour[]): NodeForecast['best'] {
  const windows = hours.slice(0, Math.max(0, hours.length - HOURS + 1)).map((_, at) => windowOf(hours, at));
  const sunny = best(windows, (window) => window.surplusWh);
  if (sunny !== undefined && sunny.surplusWh >= ENOUGH_WH) return answer(sunny, 'surplus');
  const priced = windows.filter(({ price }) => price !== null);
  const cheap = best(priced, ({ price }) => -(price ?? 0));
  const prices = hours.flatMap(({ price }) => (price === null ? [] : [price.middleMicroPerKwh]));
  if (cheap === undefined || cheap.price === null) return null;
  return cheap.price * 10_000 <= mean(prices) * (10_000 - STANDS_OUT) ? answer(cheap, 'price') : null;
}

function windowOf(hours: readonly ForecastHour[], at: number): Window {
  const part = hours.slice(at, at + HOURS);
  const prices = part.flatMap(({ price }) => (price === null ? [] : [price.middleMicroPerKwh]));
  return {
    first: part[0] as ForecastHour,
    surplusWh: part.reduce((sum, { surplusWh }) => sum + surplusWh, 0),
    price: prices.length === HOURS ? Math.round(mean(prices)) : null,
  };
}

/** The first window of the highest value: the sooner of two that are alike. */
function best(windows: readonly Window[], value: (window: Window) => number): Window | undefined {
  return windows.reduce<Window | undefined>(
    (before, window) => (before === undefined || value(window) > value(before) ? window : before),
    undefined,
  );
}

function answer({ first, surplusWh, price }: Window, reason: 'surplus' | 'price'): NodeForecast['best'] {
  const end = formatInstant((parseInstant(first.start) ?? 0) + HOURS * HOUR_MS);
  return { start: first.start, end, reason, surplusWh, middleMicroPerKwh: price };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
