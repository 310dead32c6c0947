import type { Resolution } from '@ceex/contracts';
import type { MicroPerKwh } from '@ceex/units';
import {
  formatPrice,
  placeOfTooltip,
  PLOT_PX,
  plotAxes,
  plotTooltip,
  plotWidth,
  tooltipElement,
  type ChartOption,
  type ChartPlan,
  type ChartTheme,
  type Formats,
} from '@ceex/web-ui';
import { axisLabels, bucketName } from './axis-labels';

/** The community's price in a bucket, and the utility's band that holds then. */
export interface PricePoint {
  readonly startMs: number;
  readonly endMs: number;
  /** Null where nothing was traded. */
  readonly priceMicroPerKwh: MicroPerKwh | null;
  readonly lowMicroPerKwh: MicroPerKwh | null;
  readonly highMicroPerKwh: MicroPerKwh | null;
}

export interface PriceFigures {
  readonly points: readonly PricePoint[];
  readonly resolution: Resolution;
  readonly names: { readonly price: string; readonly band: string; readonly none: string };
  readonly timeZone: string;
  readonly currency: string;
  readonly locale: string;
  readonly formats: Formats;
}

function tooltip(figures: PriceFigures, index: number): HTMLElement | string {
  const { points, names, resolution, timeZone, currency, formats } = figures;
  const point = points[index];
  if (point === undefined) return '';
  const { priceMicroPerKwh: price, lowMicroPerKwh: low, highMicroPerKwh: high } = point;
  const band = low === null || high === null ? [] : [{ label: names.band, value: bandText(figures, low, high) }];
  return tooltipElement(bucketName(point, resolution, timeZone, formats), [
    { meaning: 'neighbours', label: names.price, value: price === null ? names.none : formats.price(price, currency) },
    ...band.map((row) => ({ ...row, meaning: 'utility' as const })),
  ]);
}

function bandText({ formats, currency, locale }: PriceFigures, low: MicroPerKwh, high: MicroPerKwh): string {
  return `${formatPrice(low, locale, currency).value}–${formats.price(high, currency)}`;
}

/** A price that stands alone between times without trade has no line; a dot shows it. */
function isAlone(points: readonly PricePoint[], index: number): boolean {
  return points[index - 1]?.priceMicroPerKwh == null && points[index + 1]?.priceMicroPerKwh == null;
}

function bandSeries(points: readonly PricePoint[], theme: ChartTheme) {
  const common = {
    type: 'line' as const,
    stack: 'band',
    step: 'middle' as const,
    symbol: 'none',
    silent: true,
    lineStyle: { color: theme.meanings.utility, width: 1.5, type: 'dashed' as const },
    itemStyle: { color: theme.meanings.utility },
  };
  return [
    { ...common, data: points.map(({ lowMicroPerKwh: low }) => low) },
    {
      ...common,
      areaStyle: { color: theme.meanings.utility, opacity: 0.14 },
      data: points.map(({ lowMicroPerKwh: low, highMicroPerKwh: high }) =>
        low === null || high === null ? null : high - low,
      ),
    },
  ];
}

/** The community's price as a line inside the utility's band. */
export function pricePlan(figures: PriceFigures): ChartPlan {
  const { points, resolution, timeZone, currency, locale, formats, names } = figures;
  return (theme, widthPx): ChartOption => {
    const labels = axisLabels(points, resolution, plotWidth(widthPx), timeZone, formats);
    const axis = plotAxes(theme);
    return {
      grid: PLOT_PX,
      tooltip: { ...plotTooltip(theme), formatter: (at) => tooltip(figures, placeOfTooltip(at)) },
      xAxis: {
        ...axis.category,
        type: 'category',
        data: labels,
        axisLabel: { ...axis.label, interval: (index: number) => labels[index] !== '' },
      },
      yAxis: {
        ...axis.value,
        type: 'value',
        // The band need not begin at zero: what matters is where the price lies in it.
        scale: true,
        axisLabel: { ...axis.label, formatter: (price: number) => formatPrice(price, locale, currency).value },
      },
      series: [
        ...bandSeries(points, theme),
        {
          type: 'line',
          name: names.price,
          sampling: 'lttb',
          showAllSymbol: true,
          symbol: 'circle',
          symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => (isAlone(points, dataIndex) ? 5 : 0),
          lineStyle: { color: theme.meanings.neighbours, width: 2.5, join: 'round' },
          itemStyle: { color: theme.meanings.neighbours },
          z: 5,
          data: points.map(({ priceMicroPerKwh }) => priceMicroPerKwh),
        },
      ],
    };
  };
}
