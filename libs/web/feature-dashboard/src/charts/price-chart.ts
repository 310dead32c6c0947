import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { NodeMetrics } from '@ceex/contracts';
import {
  Chart,
  DataTable,
  formatPrice,
  Formats,
  Language,
  Legend,
  NO_VALUE,
  priceUnit,
  Skeleton,
  Term,
} from '@ceex/web-ui';
import { Printing } from '../export/printing';
import { bucketName } from './axis-labels';
import { pricePlan, type PriceFigures } from './price-plan';
import { pricePoints } from './price-points';

/** The community's price over time inside the utility's band, with the table of the figures behind it. */
@Component({
  selector: 'ceex-price-chart',
  imports: [Chart, DataTable, Legend, Skeleton, Term],
  templateUrl: './price-chart.html',
  styleUrl: './chart-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PriceChart {
  readonly metrics = input.required<NodeMetrics>();

  protected readonly printing = inject(Printing);
  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);

  private readonly names = computed(() => ({
    price: this.language.translate('dashboard.price.local'),
    band: this.language.translate('dashboard.price.band'),
    none: this.language.translate('dashboard.price.none'),
  }));

  protected readonly legend = computed(() => [
    { meaning: 'neighbours' as const, label: this.names().price },
    { meaning: 'utility' as const, label: this.names().band },
  ]);

  private readonly figures = computed<PriceFigures>(() => {
    const { start, end, resolution, timeZone, currency } = this.metrics();
    return {
      points: pricePoints(this.metrics(), { startMs: Date.parse(start), endMs: Date.parse(end), resolution, timeZone }),
      resolution,
      names: this.names(),
      timeZone,
      currency,
      locale: this.language.locale(),
      formats: this.formats,
    };
  });

  protected readonly plan = computed(() => pricePlan(this.figures()));
  protected readonly unit = computed(() => priceUnit(this.metrics().currency, this.language.locale()));

  protected readonly columns = computed(() => [
    { label: this.language.translate('dashboard.table.time') },
    { label: `${this.names().price} (${this.unit()})`, numeric: true },
    { label: `${this.language.translate('dashboard.price.low')} (${this.unit()})`, numeric: true },
    { label: `${this.language.translate('dashboard.price.high')} (${this.unit()})`, numeric: true },
  ]);

  protected readonly rows = computed(() => {
    const { points, resolution, timeZone, currency, locale, formats } = this.figures();
    const text = (price: number | null) => (price === null ? NO_VALUE : formatPrice(price, locale, currency).value);
    return points
      .slice(0, this.metrics().points.length)
      .map((point) => [
        bucketName(point, resolution, timeZone, formats),
        text(point.priceMicroPerKwh),
        text(point.lowMicroPerKwh),
        text(point.highMicroPerKwh),
      ]);
  });
}
