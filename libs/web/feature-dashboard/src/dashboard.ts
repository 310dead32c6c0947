import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Formats, Language, Notice, Skeleton, Tile } from '@ceex/web-ui';
import { EnergyChart } from './charts/energy-chart';
import { readView } from './charts/energy-view';
import { PriceChart } from './charts/price-chart';
import { DashboardStore } from './dashboard-store';
import { tilesOf } from './figures/tiles';
import { readRange } from './range/dashboard-range';
import { RangeLinks } from './range/range-links';

/** The dashboard. Node, range and view are in the address: a link or a reload shows the same. */
@Component({
  selector: 'ceex-dashboard',
  imports: [EnergyChart, Notice, PriceChart, RangeLinks, Skeleton, Tile],
  providers: [DashboardStore],
  templateUrl: './dashboard.html',
  styleUrl: './dashboard.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Dashboard {
  /** `?range=`, from the router. */
  readonly range = input<string>();
  /** `?view=`, from the router. */
  readonly view = input<string>();

  protected readonly store = inject(DashboardStore);
  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);

  protected readonly rangeName = computed(() => readRange(this.range()));
  protected readonly energyView = computed(() => readView(this.view()));

  protected readonly days = computed(() => {
    const range = this.store.range();
    return range ? this.formats.days(range.startMs, range.endMs - 1, range.timeZone) : '';
  });

  protected readonly tiles = computed(() => {
    const metrics = this.store.metrics();
    if (metrics === undefined) return undefined;
    return tilesOf({
      sums: metrics.totals,
      currency: metrics.currency,
      formats: this.formats,
      language: this.language,
    });
  });

  protected readonly problemText = computed(() => {
    const code = this.store.problem();
    return code === undefined ? '' : this.language.translate(`shell.problem.${code}`);
  });

  protected readonly staleText = computed(() => {
    const [sinceMs, metrics] = [this.store.staleSinceMs(), this.store.metrics()];
    if (sinceMs === null || metrics === undefined) return '';
    const until = this.formats.recent(sinceMs, this.store.now(), metrics.timeZone);
    return this.language.translate('dashboard.stale.heading', { until });
  });

  constructor() {
    effect(() => this.store.show(this.rangeName()));
  }
}
