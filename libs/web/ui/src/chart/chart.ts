import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  ViewEncapsulation,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { EChartsType } from 'echarts/core';
import { hostWidth } from '../layout/host-width';
import { baseOption, type ChartPlan } from './chart-option';
import { chartTheme, paperTheme, type ChartTheme } from './chart-theme';

/** The width of the print on A4 between margins of 14 mm, in px (96 to the inch). */
const PAPER_PX = 680;

/**
 * A chart on a canvas: a thin shell around ECharts, which it loads when the first chart is shown. `plan` makes the
 * option from the colours in force; `label` says in words what the chart shows. The figures stand in a DataTable.
 */
@Component({
  selector: 'ceex-chart',
  template: `<div #canvas class="ceex-chart-canvas" role="img" [attr.aria-label]="label()"></div>`,
  styleUrls: ['../energy/meaning.css', './chart.css'],
  // Before the browser lays out a page for paper it waits for nobody: the chart is drawn anew at once.
  host: { '(window:beforeprint)': 'drawForPaper()', '(window:afterprint)': 'onPaper.set(false)' },
  // The tooltip is made by ECharts, outside Angular's templates.
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chart {
  readonly plan = input.required<ChartPlan>();
  readonly label = input.required<string>();

  private readonly canvas = viewChild.required<ElementRef<HTMLElement>>('canvas');
  private readonly theme = chartTheme();
  private readonly width = hostWidth();
  private readonly chart = signal<EChartsType | undefined>(undefined);
  protected readonly onPaper = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private destroyed = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.destroyed = true;
      this.chart()?.dispose();
    });
    effect(() => {
      if (this.width() > 0) void this.load();
    });
    effect(() => {
      const [chart, theme, width] = [this.chart(), this.theme(), this.width()];
      if (chart === undefined || theme === undefined || width === 0 || this.onPaper()) return;
      this.draw(chart, theme, width);
    });
  }

  protected drawForPaper(): void {
    const chart = this.chart();
    this.onPaper.set(true);
    if (chart !== undefined) this.draw(chart, paperTheme(this.host), Math.min(this.width(), PAPER_PX));
  }

  private draw(chart: EChartsType, theme: ChartTheme, widthPx: number): void {
    chart.resize({ width: widthPx });
    chart.setOption({ ...baseOption(theme), ...this.plan()(theme, widthPx) }, { notMerge: true });
  }

  private loading: Promise<void> | undefined;

  private load(): Promise<void> {
    this.loading ??= import('./echarts-parts').then(({ init }) => {
      if (!this.destroyed) this.chart.set(init(this.canvas().nativeElement, null, { renderer: 'canvas' }));
    });
    return this.loading;
  }
}
