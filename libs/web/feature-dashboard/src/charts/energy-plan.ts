import type { Resolution } from '@ceex/contracts';
import {
  energyUnit,
  formatEnergyAs,
  meaningStyle,
  placeOfTooltip,
  PLOT_PX,
  plotAxes,
  plotTooltip,
  plotWidth,
  tooltipElement,
  type ChartOption,
  type ChartPlan,
  type Formats,
} from '@ceex/web-ui';
import { axisLabels, bucketName } from './axis-labels';
import type { Bucket, BucketEnergy } from './buckets';
import type { EnergySeries } from './energy-view';

/** What an energy chart is drawn from. */
export interface EnergyFigures {
  readonly buckets: readonly Bucket[];
  readonly resolution: Resolution;
  readonly series: readonly (EnergySeries & { readonly name: string })[];
  readonly timeZone: string;
  readonly locale: string;
  readonly formats: Formats;
}

/** The energy of a bar, all its parts together. */
export function barWh(energy: BucketEnergy, series: readonly EnergySeries[]): number {
  return series.reduce((sum, { field }) => sum + energy[field], 0);
}

/** The highest bar. */
export function largestWh({ buckets, series }: Pick<EnergyFigures, 'buckets' | 'series'>): number {
  return Math.max(0, ...buckets.map(({ energy }) => (energy ? barWh(energy, series) : 0)));
}

function tooltip(figures: EnergyFigures, index: number): HTMLElement | string {
  const { buckets, resolution, series, timeZone, formats } = figures;
  const bucket = buckets[index];
  if (bucket === undefined || bucket.energy === null) return '';
  const { energy } = bucket;
  return tooltipElement(
    bucketName(bucket, resolution, timeZone, formats),
    series
      .map(({ meaning, name, field }) => ({ meaning, label: name, value: formats.energy(energy[field]) }))
      .reverse(),
  );
}

/** Stacked bars: each part of the energy in its colour and pattern, own at the bottom, the utility on top. */
export function energyPlan(figures: EnergyFigures): ChartPlan {
  const { buckets, resolution, series, timeZone, locale, formats } = figures;
  const largest = largestWh(figures);
  const unit = energyUnit(largest);
  return (theme, widthPx): ChartOption => {
    const labels = axisLabels(buckets, resolution, plotWidth(widthPx), timeZone, formats);
    const axis = plotAxes(theme);
    return {
      grid: PLOT_PX,
      tooltip: {
        ...plotTooltip(theme),
        axisPointer: { type: 'shadow' },
        formatter: (at) => tooltip(figures, placeOfTooltip(at)),
      },
      xAxis: {
        ...axis.category,
        type: 'category',
        data: labels,
        axisLabel: { ...axis.label, interval: (index: number) => labels[index] !== '' },
      },
      yAxis: {
        ...axis.value,
        type: 'value',
        axisLabel: { ...axis.label, formatter: (wh: number) => formatEnergyAs(wh, unit, largest, locale) },
      },
      series: series.map(({ meaning, name, field }) => ({
        type: 'bar',
        name,
        stack: 'energy',
        barCategoryGap: buckets.length > 60 ? '15%' : '30%',
        barMaxWidth: 56,
        itemStyle: meaningStyle(meaning, theme),
        data: buckets.map(({ energy }) => (energy ? energy[field] : null)),
      })),
    };
  };
}
