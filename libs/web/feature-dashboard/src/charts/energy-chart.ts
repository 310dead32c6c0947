import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NodeMetrics, Resolution } from '@ceex/contracts';
import {
  Chart,
  DataTable,
  energyUnit,
  formatEnergyAs,
  Formats,
  hostWidth,
  Language,
  Legend,
  Skeleton,
} from '@ceex/web-ui';
import { Printing } from '../export/printing';
import { bucketName } from './axis-labels';
import { bucketsOf, coarsen } from './buckets';
import { barWh, energyPlan, largestWh } from './energy-plan';
import { ENERGY_SERIES, type EnergyView } from './energy-view';

/** A bar narrower than this, with its gap, is no bar. */
const NARROWEST_BAR_PX = 3;
const COARSER: Readonly<Record<Resolution, Resolution>> = {
  interval: 'hour',
  hour: 'day',
  day: 'month',
  month: 'month',
};

/** Energy over time as stacked bars: use by source or production by sink, with the table of the figures behind it. */
@Component({
  selector: 'ceex-energy-chart',
  imports: [Chart, DataTable, Legend, RouterLink, Skeleton],
  templateUrl: './energy-chart.html',
  styleUrl: './chart-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnergyChart {
  readonly metrics = input.required<NodeMetrics>();
  readonly view = input.required<EnergyView>();

  protected readonly printing = inject(Printing);
  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly width = hostWidth();

  protected readonly views = [
    { view: 'use', label: 'dashboard.energy.use.label' },
    { view: 'production', label: 'dashboard.energy.production.label' },
  ] as const;

  /** A household without production has nothing to choose. */
  protected readonly produces = computed(() => this.metrics().totals.producedWh > 0);
  protected readonly shownView = computed<EnergyView>(() => (this.produces() ? this.view() : 'use'));

  protected readonly series = computed(() =>
    ENERGY_SERIES[this.shownView()]
      .filter(({ meaning }) => this.produces() || meaning !== 'own')
      .map((series) => ({ ...series, name: this.language.translate(series.label) })),
  );

  protected readonly legend = computed(() => this.series().map(({ meaning, name: label }) => ({ meaning, label })));

  private readonly fine = computed(() => {
    const { start, end, resolution, timeZone, points } = this.metrics();
    return bucketsOf({ startMs: Date.parse(start), endMs: Date.parse(end), resolution, timeZone }, points);
  });

  private readonly resolution = computed(() => {
    const { resolution } = this.metrics();
    const tooMany = this.width() > 0 && this.width() / this.fine().length < NARROWEST_BAR_PX;
    return tooMany ? COARSER[resolution] : resolution;
  });

  private readonly figures = computed(() => {
    const { resolution: finest, timeZone } = this.metrics();
    const resolution = this.resolution();
    return {
      buckets: resolution === finest ? this.fine() : coarsen(this.fine(), resolution, timeZone),
      resolution,
      series: this.series(),
      timeZone,
      locale: this.language.locale(),
      formats: this.formats,
    };
  });

  protected readonly plan = computed(() => energyPlan(this.figures()));
  protected readonly unit = computed(() => energyUnit(largestWh(this.figures())));

  protected readonly caption = computed(() => {
    const unit = this.unit();
    switch (this.resolution()) {
      case 'interval':
        return this.language.translate('dashboard.energy.perInterval', { unit });
      case 'hour':
        return this.language.translate('dashboard.energy.perHour', { unit });
      case 'day':
        return this.language.translate('dashboard.energy.perDay', { unit });
      case 'month':
        return this.language.translate('dashboard.energy.perMonth', { unit });
    }
  });

  protected readonly columns = computed(() => [
    { label: this.language.translate('dashboard.table.time') },
    ...this.series().map(({ name }) => ({ label: `${name} (${this.unit()})`, numeric: true })),
    { label: `${this.language.translate('dashboard.table.total')} (${this.unit()})`, numeric: true },
  ]);

  protected readonly rows = computed(() => {
    const { buckets, resolution, series, timeZone, locale, formats } = this.figures();
    const [unit, largest] = [this.unit(), largestWh(this.figures())];
    const text = (wh: number) => formatEnergyAs(wh, unit, largest, locale);
    return buckets.flatMap((bucket) => {
      const { energy } = bucket;
      if (energy === null) return [];
      const parts = series.map(({ field }) => text(energy[field]));
      return [[bucketName(bucket, resolution, timeZone, formats), ...parts, text(barWh(energy, series))]];
    });
  });
}
