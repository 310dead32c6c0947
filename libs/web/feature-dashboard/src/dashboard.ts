import { ChangeDetectionStrategy, Component, DOCUMENT, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { localDay, previousDay } from '@ceex/units';
import { Formats, Language, Notice, painted, Skeleton, Tile } from '@ceex/web-ui';
import { EnergyChart } from './charts/energy-chart';
import { readView } from './charts/energy-view';
import { PriceChart } from './charts/price-chart';
import { DashboardStore } from './dashboard-store';
import { csvFileName, metricsCsv } from './export/metrics-csv';
import { Printing } from './export/printing';
import { saveFile } from './export/save-file';
import { tilesOf } from './figures/tiles';
import { HeatPanel } from './heat/heat-panel';
import { TopNeighbours } from './neighbours/top-neighbours';
import { NodeLinks } from './nodes/node-links';
import { PageNotices } from './page-notices';
import { comparisonText } from './period/comparison-text';
import { CustomRange } from './range/custom/custom-range';
import { countDays, CUSTOM_RANGE, readRange } from './range/dashboard-range';
import { RangeLinks } from './range/range-links';

/** Fewer days show no pattern by hour. */
const FEWEST_HEAT_DAYS = 3;

/** The dashboard. Nodes, range and views are in the address: a link or a reload shows the same. */
@Component({
  selector: 'ceex-dashboard',
  imports: [
    CustomRange,
    EnergyChart,
    HeatPanel,
    NodeLinks,
    Notice,
    PageNotices,
    PriceChart,
    RangeLinks,
    Skeleton,
    Tile,
    TopNeighbours,
  ],
  providers: [DashboardStore, Printing],
  templateUrl: './dashboard.html',
  styleUrls: ['./dashboard.css', './dashboard.print.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Dashboard {
  // From the router: the query parameters of these names.
  readonly range = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly view = input<string>();
  readonly heat = input<string>();
  readonly node = input<string>();
  readonly compare = input<string>();

  protected readonly store = inject(DashboardStore);
  protected readonly printing = inject(Printing);
  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);

  protected readonly choice = computed(() => readRange(this.range(), this.from(), this.to()));
  protected readonly energyView = computed(() => readView(this.view()));
  protected readonly compared = computed(() => this.compare() !== 'off');

  protected readonly days = computed(() => {
    const range = this.store.range();
    return range ? this.formats.days(range.startMs, range.endMs - 1, range.timeZone) : '';
  });

  /** The days of one's own choice, and today, for the picker. */
  protected readonly custom = computed(() => {
    const [choice, range] = [this.choice(), this.store.range()];
    if (choice.name !== CUSTOM_RANGE || range === undefined) return undefined;
    return { from: choice.from, to: choice.to, today: localDay(this.store.now(), range.timeZone) };
  });

  protected readonly household = computed(() => {
    if (this.store.nodeIds().length > 1) return this.language.translate('dashboard.nodes.all');
    return this.store.profile()?.label ?? '';
  });

  protected readonly tiles = computed(() => {
    const metrics = this.store.metrics();
    if (metrics === undefined) return undefined;
    const { totals: sums, currency } = metrics;
    const before = this.compared() ? (this.store.before() ?? null) : null;
    return tilesOf({ sums, currency, formats: this.formats, language: this.language }, before);
  });

  protected readonly comparison = computed(() => {
    const [period, range] = [this.store.period(), this.store.range()];
    if (period === undefined || range === undefined) return '';
    return comparisonText(period, this.store.before() === null, range.timeZone, this.language, this.formats);
  });

  /** Whether the sums of the period before are still on their way: their place is kept. */
  protected readonly comparing = computed(
    () => this.compared() && this.store.period() !== undefined && this.store.before() === undefined,
  );

  /** The figures are on the screen before the charts below them are built. */
  protected readonly charts = painted(() => this.store.metrics() !== undefined);

  protected readonly showsHeat = computed(() => {
    const range = this.store.range();
    return range !== undefined && countDays(range.days) >= FEWEST_HEAT_DAYS;
  });

  protected readonly problemText = computed(() => {
    const code = this.store.problem();
    return code === undefined ? '' : this.language.translate(`shell.problem.${code}`);
  });

  constructor() {
    effect(() => this.store.show({ range: this.choice(), compare: this.compared(), node: this.node() }));
  }

  protected switchComparison(): void {
    const queryParams = { compare: this.compared() ? 'off' : null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected saveCsv(): void {
    const [metrics, range] = [this.store.metrics(), this.store.range()];
    if (metrics === undefined || range === undefined) return;
    const name = csvFileName(this.household(), range.days.startDay, previousDay(range.days.endDay));
    saveFile(this.document, name, 'text/csv', metricsCsv(metrics, this.household()));
  }
}
