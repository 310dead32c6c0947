import type { ForecastHour } from '@ceex/contracts';
import { isWeekend, localHour } from './local-hours';

/** The community's price of an interval in which something was traded. */
export interface PastPrice {
  readonly startMs: number;
  readonly priceMicroPerKwh: number;
}

/** Fewer prices than this are no band. */
const LEAST_PRICES = 8;
const LOW = 0.1;
const HIGH = 0.9;

/**
 * The band of the prices at each hour of the clock, on workdays and at weekends: four of five lay within, one in ten
 * below and one in ten above.
 */
export class PriceBands {
  readonly #prices = new Map<string, number[]>();

  constructor(
    past: readonly PastPrice[],
    private readonly timeZone: string,
  ) {
    for (const { startMs, priceMicroPerKwh } of past) {
      const key = this.#keyOf(startMs);
      const prices = this.#prices.get(key);
      if (prices === undefined) this.#prices.set(key, [priceMicroPerKwh]);
      else prices.push(priceMicroPerKwh);
    }
    for (const prices of this.#prices.values()) prices.sort((a, b) => a - b);
  }

  /** The band of the hour that begins at an instant; null where such hours had hardly any trade. */
  at(startMs: number): ForecastHour['price'] {
    const prices = this.#prices.get(this.#keyOf(startMs)) ?? [];
    if (prices.length < LEAST_PRICES) return null;
    return {
      lowMicroPerKwh: quantile(prices, LOW),
      middleMicroPerKwh: quantile(prices, 0.5),
      highMicroPerKwh: quantile(prices, HIGH),
    };
  }

  #keyOf(startMs: number): string {
    const at = localHour(startMs, this.timeZone);
    return `${at.hour} ${isWeekend(at)}`;
  }
}

/** Of sorted values, the one that this share lies below; between two values in proportion, rounded. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? 0;
  return Math.round(below + (above - below) * (at - Math.floor(at)));
}
