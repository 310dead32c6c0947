import { startOfLocalDay, type MicroPerKwh } from '@ceex/units';
import {
  energyUnit,
  formatEnergyAs,
  formatPrice,
  meaningStyle,
  placeOfTooltip,
  plotAxes,
  PLOT_PX,
  plotTooltip,
  tooltipElement,
  type ChartOption,
  type ChartPlan,
  type ChartTheme,
  type Formats,
} from '@ceex/web-ui';
import type { HistoryBuckets } from './history-buckets';

export interface HistoryFigures extends HistoryBuckets {
  readonly names: { readonly traded: string; readonly price: string; readonly none: string };
  readonly timeZone: string;
  readonly currency: string;
  readonly locale: string;
  readonly formats: Formats;
}

/** The energy traded, as bars. */
export function tradedPlan(figures: HistoryFigures): ChartPlan {
  const { buckets, names, locale } = figures;
  const largestWh = Math.max(...buckets.map(({ tradedWh }) => tradedWh));
  const unit = energyUnit(largestWh);
  return (theme): ChartOption => ({
    ...frame(figures, theme),
    yAxis: {
      ...plotAxes(theme).value,
      type: 'value',
      axisLabel: {
        ...plotAxes(theme).label,
        formatter: (wh: number) => formatEnergyAs(wh, unit, largestWh, locale),
      },
    },
    series: [
      {
        type: 'bar',
        name: names.traded,
        barCategoryGap: '20%',
        itemStyle: { ...meaningStyle('neighbours', theme), borderRadius: [2, 2, 0, 0] },
        data: buckets.map(({ tradedWh }) => tradedWh),
      },
    ],
  });
}

/** The price among neighbours, as a line that breaks where nothing was traded. */
export function pricePlan(figures: HistoryFigures): ChartPlan {
  const { buckets, names, locale, currency } = figures;
  return (theme): ChartOption => ({
    ...frame(figures, theme),
    yAxis: {
      ...plotAxes(theme).value,
      type: 'value',
      // What matters is how the price moves.
      scale: true,
      axisLabel: {
        ...plotAxes(theme).label,
        formatter: (price: MicroPerKwh) => formatPrice(price, locale, currency).value,
      },
    },
    series: [
      {
        type: 'line',
        name: names.price,
        symbol: 'circle',
        symbolSize: buckets.length > 40 ? 3 : 6,
        showAllSymbol: true,
        lineStyle: { color: theme.meanings.neighbours, width: 2.5, join: 'round' },
        itemStyle: { color: theme.meanings.neighbours },
        data: buckets.map(({ priceMicroPerKwh }) => priceMicroPerKwh),
      },
    ],
  });
}

function frame(figures: HistoryFigures, theme: ChartTheme): ChartOption {
  const style = figures.by === 'day' ? 'shortDay' : 'shortMonth';
  const axis = plotAxes(theme);
  return {
    grid: PLOT_PX,
    tooltip: { ...plotTooltip(theme), formatter: (at) => tooltip(figures, placeOfTooltip(at)) },
    xAxis: {
      ...axis.category,
      type: 'category',
      data: figures.buckets.map(({ day }) => moment(figures, day, style)),
      axisLabel: axis.label,
    },
  };
}

function tooltip(figures: HistoryFigures, index: number): HTMLElement | string {
  const bucket = figures.buckets[index];
  if (bucket === undefined) return '';
  const { formats, names, currency } = figures;
  const price = bucket.priceMicroPerKwh;
  return tooltipElement(bucketName(figures, bucket.day), [
    { meaning: 'neighbours', label: names.traded, value: formats.energy(bucket.tradedWh) },
    { label: names.price, value: price === null ? names.none : formats.price(price, currency) },
  ]);
}

/** A bucket in full: `Sat, 21 Nov`, `November 2026`. */
export function bucketName(figures: HistoryFigures, day: string): string {
  return moment(figures, day, figures.by);
}

function moment(
  { formats, timeZone }: HistoryFigures,
  day: string,
  style: 'day' | 'month' | 'shortDay' | 'shortMonth',
) {
  return formats.moment(startOfLocalDay(day, timeZone), style, timeZone);
}
