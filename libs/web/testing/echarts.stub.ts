/** Stands in for every ECharts module in unit specs: jsdom draws nothing. */
const nothing = (): void => undefined;

export const use = nothing;
export const init = () => ({
  setOption: nothing,
  resize: nothing,
  dispose: nothing,
  on: nothing,
  off: nothing,
  getDataURL: () => '',
});

const part = {};
export const BarChart = part;
export const LineChart = part;
export const HeatmapChart = part;
export const GridComponent = part;
export const TooltipComponent = part;
export const LegendComponent = part;
export const AriaComponent = part;
export const DatasetComponent = part;
export const DataZoomComponent = part;
export const VisualMapComponent = part;
export const CustomChart = part;
export const MarkLineComponent = part;
export const MarkAreaComponent = part;
export const CanvasRenderer = part;
export const LabelLayout = part;
