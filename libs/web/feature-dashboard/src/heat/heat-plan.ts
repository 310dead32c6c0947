import { startOfLocalDay } from '@ceex/units';
import {
  PLOT_PX,
  plotAxes,
  plotTooltip,
  plotWidth,
  tooltipElement,
  type ChartOption,
  type ChartPlan,
  type ChartTheme,
  type EnergyMeaning,
  type Formats,
} from '@ceex/web-ui';
import type { CustomSeriesRenderItemAPI } from 'echarts';
import { axisLabels } from '../charts/axis-labels';
import { daysPerColumn, heatColumns, largestOf, type DayHours, type HeatColumn } from './heat-grid';

/** What a heat map is drawn from. */
export interface HeatFigures {
  readonly days: readonly DayHours[];
  readonly firstDay: string;
  readonly lastDay: string;
  /** Null: none of the three meanings. */
  readonly meaning: EnergyMeaning | null;
  readonly name: string;
  /** Stands beside the figure where a column is several days. */
  readonly meanName: string;
  readonly timeZone: string;
  readonly formats: Formats;
}

/** The share of the full colour in a cell without energy. */
const LEAST_COLOR = 0.07;
/** More steps than the eye tells apart. */
const COLOR_STEPS = 100;

const two = (value: number): string => `${value}`.padStart(2, '0');

/** `13:00–14:00` */
export function hourName(hour: number): string {
  return `${two(hour)}:00–${two(hour + 1)}:00`;
}

/** The days of a column in words. */
function columnName({ firstDay, lastDay }: HeatColumn, { timeZone, formats }: HeatFigures): string {
  const startMs = startOfLocalDay(firstDay, timeZone);
  if (firstDay === lastDay) return formats.moment(startMs, 'day', timeZone);
  return formats.days(startMs, startOfLocalDay(lastDay, timeZone), timeZone);
}

function tooltip(figures: HeatFigures, column: HeatColumn | undefined, hour: number): HTMLElement | string {
  const wh = column?.hoursWh[hour];
  if (column === undefined || wh == null) return '';
  const { name, meanName, meaning, formats } = figures;
  const label = column.firstDay === column.lastDay ? name : meanName;
  return tooltipElement(`${columnName(column, figures)}, ${hourName(hour)}`, [
    { label, value: formats.energy(Math.round(wh)), ...(meaning && { meaning }) },
  ]);
}

/** The colour of the largest figure. */
function fullColor(meaning: EnergyMeaning | null, theme: ChartTheme): string {
  return meaning === null ? theme.text : theme.meanings[meaning];
}

/** A colour between two others, both as `rgb(r, g, b)`. */
export function mixColor(from: string, to: string, share: number): string {
  const [a, b] = [from, to].map((color) => Array.from(color.matchAll(/[\d.]+/g), Number).slice(0, 3));
  return `rgb(${(a ?? []).map((value, index) => Math.round(value + ((b?.[index] ?? value) - value) * share)).join(', ')})`;
}

/** Where a cell lies, on whole pixels so that no seams show between cells. */
function cellShape([x = 0, y = 0]: readonly number[], [width = 0, height = 0]: readonly number[]) {
  const [left, top] = [Math.round(x - width / 2), Math.round(y - height / 2)];
  return {
    x: left,
    y: top,
    width: Math.round(x + width / 2) - left,
    height: Math.round(y + height / 2) - top,
  };
}

/**
 * The cells as a series of our own drawing: the heat map of ECharts 6.1 paints in slices of time whatever it is told,
 * so that a print would catch it half done.
 */
function heatSeries(columns: readonly HeatColumn[], name: string, theme: ChartTheme, full: string) {
  const largest = Math.max(1, largestOf(columns));
  // What is nothing still differs from what is not known.
  const ramp = Array.from({ length: COLOR_STEPS + 1 }, (_, step) =>
    mixColor(theme.panel, full, LEAST_COLOR + (1 - LEAST_COLOR) * (step / COLOR_STEPS)),
  );
  return {
    type: 'custom' as const,
    name,
    animation: false,
    progressive: 0,
    data: columns.flatMap(({ hoursWh }, x) =>
      hoursWh.flatMap((wh, hour) => (wh === null ? [] : [[x, hour, Math.round(wh)]])),
    ),
    renderItem: (_: unknown, api: CustomSeriesRenderItemAPI) => {
      const [x, hour, wh] = [0, 1, 2].map((dimension) => Number(api.value(dimension))) as [number, number, number];
      return {
        type: 'rect' as const,
        shape: cellShape(api.coord([x, hour]), api.size?.([1, 1]) as number[]),
        style: { fill: ramp[Math.round((wh / largest) * COLOR_STEPS)] ?? full },
        emphasis: { style: { stroke: theme.text, lineWidth: 1 } },
      };
    },
  };
}

/** Days from left to right, hours from top to bottom, the darker (in the dark: the lighter) the more energy. */
export function heatPlan(figures: HeatFigures): ChartPlan {
  const { days, firstDay, lastDay, meaning, name, timeZone, formats } = figures;
  return (theme, widthPx): ChartOption => {
    const plotPx = plotWidth(widthPx);
    const all = heatColumns(days, firstDay, lastDay, 1).length;
    const columns = heatColumns(days, firstDay, lastDay, daysPerColumn(all, plotPx));
    const starts = columns.map((column) => ({ startMs: startOfLocalDay(column.firstDay, timeZone) }));
    const labels = axisLabels(starts, 'day', plotPx, timeZone, formats);
    const axis = plotAxes(theme);
    const full = fullColor(meaning, theme);
    return {
      grid: PLOT_PX,
      tooltip: {
        ...plotTooltip(theme),
        trigger: 'item',
        formatter: (at) => {
          const [x = -1, y = -1] = (Array.isArray(at) ? undefined : (at.value as number[])) ?? [];
          return tooltip(figures, columns[x], y);
        },
      },
      // Thousands of cells with a pattern each would be neither fast nor legible; the table says the same in figures.
      aria: { enabled: false },
      xAxis: {
        ...axis.category,
        type: 'category',
        data: labels,
        axisLabel: { ...axis.label, interval: (index: number) => labels[index] !== '' },
      },
      yAxis: {
        ...axis.category,
        type: 'category',
        inverse: true,
        data: Array.from({ length: 24 }, (_, hour) => `${two(hour)}:00`),
        axisLabel: { ...axis.label, interval: (index: number) => index % 6 === 0 },
      },
      series: [heatSeries(columns, name, theme, full)],
    };
  };
}
