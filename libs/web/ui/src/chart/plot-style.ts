import type { ChartTheme } from './chart-theme';

/** The margins of a plot, in px: room for the figures on the left and the days below. */
export const PLOT_PX = { left: 48, right: 8, top: 12, bottom: 28 } as const;

/** The width of the plot in a chart of this width in px, 0 while that is not known. */
export function plotWidth(chartPx: number): number {
  return Math.max(0, chartPx - PLOT_PX.left - PLOT_PX.right);
}

/** Lines and figures of the axes of a plot: quiet, so that the data stand out. */
export function plotAxes(theme: ChartTheme) {
  const label = { color: theme.quietText, fontSize: 12, hideOverlap: true };
  return {
    label,
    category: { axisTick: { show: false }, axisLine: { lineStyle: { color: theme.quietText } } },
    value: { splitNumber: 4, splitLine: { lineStyle: { color: theme.line, type: 'dashed' as const } } },
  };
}

/** A card that names what is at one place of the axis and stays within the chart; its content is an element. */
export function plotTooltip(theme: ChartTheme) {
  return {
    trigger: 'axis' as const,
    confine: true,
    backgroundColor: theme.text,
    borderWidth: 0,
    padding: [8, 12],
    transitionDuration: 0,
  };
}

/** Which place of the axis a tooltip is about: ECharts hands over one entry a series. −1: none. */
export function placeOfTooltip(at: unknown): number {
  const [first] = Array.isArray(at) ? (at as { dataIndex: number }[]) : [];
  return first?.dataIndex ?? -1;
}
