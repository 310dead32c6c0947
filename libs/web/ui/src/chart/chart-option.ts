import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { AriaComponentOption, GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { EnergyMeaning } from '../energy/meaning';
import type { ChartTheme } from './chart-theme';

/** What ECharts understands with the parts that are loaded. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | AriaComponentOption
>;

/** How a chart is to look, given the colours in force and its width in px. */
export type ChartPlan = (theme: ChartTheme, widthPx: number) => ChartOption;

/** The settings every chart begins with. */
export function baseOption(theme: ChartTheme): ChartOption {
  return {
    animation: !theme.reducedMotion,
    animationDuration: 300,
    textStyle: { fontFamily: theme.fontFamily, color: theme.quietText },
    // The label in words is the component's; ECharts only draws the patterns.
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
  };
}

/** The colour and pattern of a meaning for a series; the patterns are those of meaning.css. */
export function meaningStyle(meaning: EnergyMeaning, theme: ChartTheme) {
  const color = theme.meanings[meaning];
  const decalColor = theme.panel.replace(/^rgba?\(([^,]+),([^,]+),([^,)]+).*$/, 'rgba($1,$2,$3, 0.45)');
  switch (meaning) {
    case 'own':
      return { color, decal: { symbol: 'none' } };
    case 'neighbours':
      return {
        color,
        decal: {
          symbol: 'rect',
          color: decalColor,
          dashArrayX: [1, 0],
          dashArrayY: [2, 5],
          rotation: -Math.PI / 4,
        },
      };
    case 'utility':
      return {
        color,
        decal: { symbol: 'circle', symbolSize: 0.6, color: decalColor, dashArrayX: [[6, 6]], dashArrayY: [6, 0] },
      };
  }
}
