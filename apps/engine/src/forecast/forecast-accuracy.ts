import type { ForecastAccuracy } from '@ceex/contracts';

/** A forecast figure and what was measured then, in Wh. */
export interface Compared {
  readonly forecastWh: number;
  readonly measuredWh: number;
}

/** How far these forecasts were off, hour by hour: errors do not cancel out. */
export function forecastAccuracy(hours: readonly Compared[]): ForecastAccuracy {
  const sum = (pick: (hour: Compared) => number) => hours.reduce((total, hour) => total + pick(hour), 0);
  const errorWh = sum(({ forecastWh, measuredWh }) => Math.abs(forecastWh - measuredWh));
  const measuredWh = sum((hour) => hour.measuredWh);
  return {
    forecastWh: sum((hour) => hour.forecastWh),
    measuredWh,
    meanErrorWh: hours.length === 0 ? 0 : Math.round(errorWh / hours.length),
    errorShare: measuredWh === 0 ? null : Math.round((errorWh * 10_000) / measuredWh),
  };
}
