import type { NodeProduction } from '@ceex/contracts';
import {
  formatEnergyAs,
  placeOfTooltip,
  plotAxes,
  plotTooltip,
  tooltipElement,
  type ChartPlan,
  type ChartTheme,
  type Formats,
} from '@ceex/web-ui';

/** What the chart of a day is drawn from. */
export interface DayFigures {
  readonly production: NodeProduction;
  readonly names: {
    readonly measured: string;
    readonly expected: string;
    readonly clearSky: string;
    readonly none: string;
  };
  readonly locale: string;
  readonly formats: Formats;
}

const HOUR_MS = 3_600_000;

/** Measured production as an area in the colour of own production; what was expected and a cloudless sky as lines. */
export function dayPlan(figures: DayFigures): ChartPlan {
  const { production, names, locale, formats } = figures;
  const { points, timeZone } = production;
  const times = points.map(({ start }) => formats.moment(Date.parse(start), 'time', timeZone));
  const largest = Math.max(1, ...points.map((point) => Math.max(point.clearSkyWh, point.measuredWh ?? 0)));
  return (theme, widthPx) => {
    const axes = plotAxes(theme);
    const everyHours = widthPx < 480 ? 6 : 3;
    return {
      grid: { left: 48, right: 8, top: 12, bottom: 28 },
      tooltip: { ...plotTooltip(theme), formatter: (at: unknown) => tooltip(figures, placeOfTooltip(at)) },
      xAxis: {
        ...axes.category,
        type: 'category',
        boundaryGap: false,
        data: times,
        axisLabel: {
          ...axes.label,
          interval: (index: number) =>
            Date.parse(points[index]?.start ?? '') % HOUR_MS === 0 &&
            Number(times[index]?.slice(0, 2)) % everyHours === 0,
        },
      },
      yAxis: {
        ...axes.value,
        type: 'value',
        axisLabel: { ...axes.label, formatter: (wh: number) => formatEnergyAs(wh, 'kWh', largest, locale) },
      },
      series: [
        {
          ...line(theme.meanings.own, 2),
          name: names.measured,
          areaStyle: { color: theme.meanings.own, opacity: 0.25 },
          data: points.map(({ measuredWh }) => measuredWh),
        },
        { ...line(theme.text, 2, 'dashed'), name: names.expected, data: points.map(({ expectedWh }) => expectedWh) },
        {
          ...line(theme.quietText, 1, 'dotted'),
          name: names.clearSky,
          data: points.map(({ clearSkyWh }) => clearSkyWh),
        },
      ],
    };
  };
}

function line(color: ChartTheme['text'], width: number, type: 'solid' | 'dashed' | 'dotted' = 'solid') {
  return { type: 'line' as const, symbol: 'none', lineStyle: { color, width, type }, itemStyle: { color } };
}

function tooltip({ production, names, formats }: DayFigures, index: number): HTMLElement | string {
  const point = production.points[index];
  if (point === undefined) return '';
  const { measuredWh } = point;
  return tooltipElement(formats.moment(Date.parse(point.start), 'time', production.timeZone), [
    { meaning: 'own', label: names.measured, value: measuredWh === null ? names.none : formats.energy(measuredWh) },
    { label: names.expected, value: formats.energy(point.expectedWh) },
    { label: names.clearSky, value: formats.energy(point.clearSkyWh) },
  ]);
}
