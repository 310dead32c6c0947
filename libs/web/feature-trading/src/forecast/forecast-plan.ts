import type { ForecastHour, NodeForecast } from '@ceex/contracts';
import {
  formatEnergyAs,
  formatPrice,
  meaningStyle,
  placeOfTooltip,
  plotAxes,
  plotTooltip,
  tooltipElement,
  type ChartPlan,
  type ChartTheme,
  type Formats,
} from '@ceex/web-ui';

/** What the chart of a forecast is drawn from. */
export interface ForecastFigures {
  readonly forecast: NodeForecast;
  readonly names: { readonly surplus: string; readonly need: string; readonly price: string; readonly none: string };
  readonly locale: string;
  readonly formats: Formats;
}

/** Energy above, prices below, hour under hour. */
const GRIDS = [
  { left: 48, right: 8, top: 8, height: 130 },
  { left: 48, right: 8, top: 168, height: 96 },
];

/** Own surplus above the line and need below it; under them the band in which the prices of such hours lay. */
export function forecastPlan(figures: ForecastFigures): ChartPlan {
  const { forecast, names, locale, formats } = figures;
  const { hours, timeZone, currency } = forecast;
  const times = hours.map(({ start }) => formats.moment(Date.parse(start), 'time', timeZone));
  const largest = Math.max(1, ...hours.flatMap(({ surplusWh, needWh }) => [surplusWh, needWh]));
  return (theme, widthPx) => {
    const axes = plotAxes(theme);
    const every = widthPx < 480 ? 6 : 3;
    const isNamed = (index: number) => Number(times[index]?.slice(0, 2)) % every === 0;
    const x = { ...axes.category, type: 'category' as const, data: times };
    return {
      grid: GRIDS,
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      tooltip: {
        ...plotTooltip(theme),
        axisPointer: { type: 'shadow' },
        formatter: (at: unknown) => tooltip(figures, placeOfTooltip(at)),
      },
      xAxis: [
        { ...x, gridIndex: 0, axisLabel: { show: false }, axisLine: { ...axes.category.axisLine, onZero: true } },
        { ...x, gridIndex: 1, axisLabel: { ...axes.label, interval: isNamed } },
      ],
      yAxis: [
        {
          ...axes.value,
          type: 'value',
          gridIndex: 0,
          axisLabel: { ...axes.label, formatter: (wh: number) => formatEnergyAs(Math.abs(wh), 'kWh', largest, locale) },
        },
        {
          ...axes.value,
          type: 'value',
          gridIndex: 1,
          scale: true,
          splitNumber: 3,
          axisLabel: { ...axes.label, formatter: (price: number) => formatPrice(price, locale, currency).value },
        },
      ],
      series: [...energySeries(hours, names, theme), ...priceSeries(hours, names.price, theme)],
    };
  };
}

function energySeries(hours: readonly ForecastHour[], names: ForecastFigures['names'], theme: ChartTheme) {
  const bar = { type: 'bar' as const, stack: 'energy', barCategoryGap: '25%' };
  return [
    {
      ...bar,
      name: names.surplus,
      itemStyle: meaningStyle('own', theme),
      data: hours.map(({ surplusWh }) => surplusWh),
    },
    {
      ...bar,
      name: names.need,
      itemStyle: { color: 'transparent', borderColor: theme.quietText, borderWidth: 1.5, decal: { symbol: 'none' } },
      data: hours.map(({ needWh }) => -needWh),
    },
  ];
}

function priceSeries(hours: readonly ForecastHour[], name: string, theme: ChartTheme) {
  const color = theme.meanings.neighbours;
  const line = { type: 'line' as const, xAxisIndex: 1, yAxisIndex: 1, itemStyle: { color } };
  const edge = { ...line, stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 } };
  return [
    { ...edge, data: hours.map(({ price }) => price?.lowMicroPerKwh ?? null) },
    {
      ...edge,
      areaStyle: { color, opacity: 0.2 },
      data: hours.map(({ price }) => (price ? price.highMicroPerKwh - price.lowMicroPerKwh : null)),
    },
    {
      ...line,
      name,
      symbol: 'circle',
      symbolSize: 5,
      lineStyle: { color, width: 2 },
      data: hours.map(({ price }) => price?.middleMicroPerKwh ?? null),
    },
  ];
}

function tooltip({ forecast, names, locale, formats }: ForecastFigures, index: number): HTMLElement | string {
  const hour = forecast.hours[index];
  if (hour === undefined) return '';
  return tooltipElement(formats.moment(Date.parse(hour.start), 'dayTime', forecast.timeZone), [
    { meaning: 'own', label: names.surplus, value: formats.energy(hour.surplusWh) },
    { label: names.need, value: formats.energy(hour.needWh) },
    {
      meaning: 'neighbours',
      label: names.price,
      value: priceText(hour, forecast.currency, locale, formats) ?? names.none,
    },
  ]);
}

/** `7.3–16.2 Rp./kWh`; null where such hours hardly ever had a trade. */
export function priceText(hour: ForecastHour, currency: string, locale: string, formats: Formats): string | null {
  const { price } = hour;
  if (price === null) return null;
  return `${formatPrice(price.lowMicroPerKwh, locale, currency).value}–${formats.price(price.highMicroPerKwh, currency)}`;
}
