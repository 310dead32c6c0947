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
import { chartTheme } from './chart-theme';

/**
 * A chart on a canvas: a thin shell around ECharts, which it loads when the first chart is shown. `plan` makes the
 * option from the colours in force; `label` says in words what the chart shows. The figures stand in a DataTable.
 */
@Component({
  selector: 'ceex-chart',
  template: `<div #canvas class="ceex-chart-canvas" role="img" [attr.aria-label]="label()"></div>`,
  styleUrls: ['../energy/meaning.css', './chart.css'],
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
      if (chart === undefined || theme === undefined || width === 0) return;
      chart.resize();
      chart.setOption({ ...baseOption(theme), ...this.plan()(theme, width) }, { notMerge: true });
    });
  }

  private loading: Promise<void> | undefined;

  private load(): Promise<void> {
    this.loading ??= import('./echarts-parts').then(({ init }) => {
      if (!this.destroyed) this.chart.set(init(this.canvas().nativeElement, null, { renderer: 'canvas' }));
    });
    return this.loading;
  }
}
