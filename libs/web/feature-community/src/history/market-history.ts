import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CommunityHistory } from '@ceex/contracts';
import {
  Chart,
  DataTable,
  decimal,
  energyUnit,
  formatEnergyAs,
  formatPrice,
  Formats,
  Language,
  NO_VALUE,
  priceUnit,
  Skeleton,
} from '@ceex/web-ui';
import { historyBuckets } from './history-buckets';
import { bucketName, pricePlan, tradedPlan, type HistoryFigures } from './history-plans';

/** The market by day (by month over a long range): energy traded and its price, with the table of both behind. */
@Component({
  selector: 'ceex-market-history',
  imports: [Chart, DataTable, Skeleton],
  templateUrl: './market-history.html',
  styleUrl: './market-history.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarketHistory {
  readonly history = input.required<CommunityHistory>();

  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);

  private readonly figures = computed<HistoryFigures>(() => ({
    ...historyBuckets(this.history()),
    names: {
      traded: this.language.translate('community.history.traded'),
      price: this.language.translate('community.history.price'),
      none: this.language.translate('community.history.none'),
    },
    timeZone: this.history().timeZone,
    currency: this.history().currency,
    locale: this.language.locale(),
    formats: this.formats,
  }));
  private readonly largestWh = computed(() => Math.max(...this.figures().buckets.map(({ tradedWh }) => tradedWh)));
  protected readonly tradedPlan = computed(() => tradedPlan(this.figures()));
  protected readonly pricePlan = computed(() => pricePlan(this.figures()));
  protected readonly tradedTitle = computed(
    () => `${this.language.translate('community.history.traded')} (${energyUnit(this.largestWh())})`,
  );
  protected readonly priceTitle = computed(() => {
    const { currency, locale } = this.figures();
    return `${this.language.translate('community.history.price')} (${priceUnit(currency, locale)})`;
  });
  protected readonly caption = computed(() => this.language.translate(`community.history.${this.figures().by}`));

  protected readonly columns = computed(() => [
    { label: this.language.translate('community.history.time') },
    { label: this.tradedTitle(), numeric: true },
    { label: this.priceTitle(), numeric: true },
    { label: this.language.translate('community.history.intervals'), numeric: true },
  ]);

  protected readonly rows = computed(() => {
    const [figures, largest] = [this.figures(), this.largestWh()];
    const { locale, currency } = figures;
    return figures.buckets.map(({ day, tradedWh, priceMicroPerKwh: price, intervalsWithTrade }) => [
      bucketName(figures, day),
      formatEnergyAs(tradedWh, energyUnit(largest), largest, locale),
      price === null ? NO_VALUE : formatPrice(price, locale, currency).value,
      decimal(intervalsWithTrade, 0, locale),
    ]);
  });
}
