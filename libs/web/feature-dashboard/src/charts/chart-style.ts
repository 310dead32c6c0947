import type { ChartTheme } from '@ceex/web-ui';

/** The margins of a plot, in px: room for the figures on the left and the days below. */
export const PLOT_PX = { left: 48, right: 8, top: 12, bottom: 28 } as const;

/** The width of the plot in a chart of this width, 0 while that is not known. */
export function plotWidth(chartPx: number): number {
  return Math.max(0, chartPx - PLOT_PX.left - PLOT_PX.right);
}

/** Lines and figures of the axes: quiet, so that the data stand out. */
export function axisStyle(theme: ChartTheme) {
  const label = { color: theme.quietText, fontSize: 12, hideOverlap: true };
  return {
    label,
    category: {
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.quietText } },
    },
    value: {
      splitNumber: 4,
      splitLine: { lineStyle: { color: theme.line, type: 'dashed' as const } },
    },
  };
}

/** A dark card that stays within the chart; its content is an element. */
export function tooltipStyle(theme: ChartTheme) {
  return {
    trigger: 'axis' as const,
    confine: true,
    backgroundColor: theme.text,
    borderWidth: 0,
    padding: [8, 12],
    transitionDuration: 0,
  };
}

/** The bucket a tooltip is about. With `trigger: 'axis'` ECharts hands over one entry a series, all at the same place. */
export function tooltipIndex(at: unknown): number {
  const [first] = Array.isArray(at) ? (at as { dataIndex: number }[]) : [];
  return first?.dataIndex ?? -1;
}
