import { Component, computed, effect, inject, untracked } from '@angular/core';
import { MIN_FORECAST_DAYS } from '@ceex/contracts';
import { ForecastClient, ServerClock, keepLast, toProblemError } from '@ceex/web-data-access';
import { Chart, DataTable, Formats, Language, Notice, Skeleton, Swatch, Term, priceUnit } from '@ceex/web-ui';
import { SentenceWriter } from '../sentences/sentence-writer';
import { TradingStore } from '../store/trading-store';
import { forecastPlan, priceText } from './forecast-plan';
import { accuracySentences, bestSentence, sumSentence } from './forecast-sentences';

/** The next 24 hours as they are expected, marked as such, with how good yesterday's forecast was beside it. */
@Component({
  selector: 'ceex-forecast-panel',
  imports: [Chart, DataTable, Notice, Skeleton, Swatch, Term],
  templateUrl: './forecast-panel.html',
  styleUrl: './forecast-panel.scss',
  host: { class: 'ceex-panel' },
})
export class ForecastPanel {
  protected readonly language = inject(Language);
  private readonly store = inject(TradingStore);
  private readonly formats = inject(Formats);
  private readonly clock = inject(ServerClock);
  private readonly writer = inject(SentenceWriter);
  private readonly read = inject(ForecastClient).forecast(this.store.nodeId);

  protected readonly value = keepLast(this.read, this.store.nodeId);
  protected readonly problem = computed(() => {
    const failure = this.read.error();
    return failure === undefined ? null : toProblemError(failure).code;
  });
  protected readonly daysNeeded = MIN_FORECAST_DAYS;

  protected readonly best = computed(() => {
    const forecast = this.value();
    return forecast && this.write(bestSentence(forecast, this.clock.now(), this.formats));
  });
  protected readonly sum = computed(() => {
    const forecast = this.value();
    return forecast && this.write(sumSentence(forecast));
  });
  protected readonly yesterday = computed(() => {
    const yesterday = this.value()?.yesterday;
    return yesterday ? accuracySentences(yesterday, this.formats).map((sentence) => this.write(sentence)) : [];
  });

  protected readonly names = computed(() => {
    const text = (name: string) => this.language.translate(`trading.forecast.${name}`);
    return { surplus: text('surplus'), need: text('need'), price: text('price'), none: text('noPrice') };
  });
  protected readonly plan = computed(() => {
    const forecast = this.value();
    if (forecast === undefined) return null;
    return forecastPlan({ forecast, names: this.names(), locale: this.language.locale(), formats: this.formats });
  });

  protected readonly axes = computed(() => {
    const price = priceUnit(this.store.currency(), this.language.locale());
    return this.language.translate('trading.forecast.axes', { price });
  });

  protected readonly columns = computed(() => {
    const { surplus, need, price } = this.names();
    const time = { label: this.language.translate('trading.plants.day.time') };
    return [time, ...[surplus, need, price].map((label) => ({ label, numeric: true }))];
  });
  protected readonly rows = computed(() => {
    const forecast = this.value();
    if (forecast === undefined) return [];
    return forecast.hours.map((hour) => [
      this.formats.moment(Date.parse(hour.start), 'dayTime', forecast.timeZone),
      this.formats.energy(hour.surplusWh),
      this.formats.energy(hour.needWh),
      priceText(hour, forecast.currency, this.language.locale(), this.formats) ?? this.names().none,
    ]);
  });

  constructor() {
    effect(() => {
      if (this.store.clearing() !== null) untracked(() => this.read.reload());
    });
  }

  protected retry(): void {
    this.read.reload();
  }

  private write(sentence: Parameters<SentenceWriter['write']>[0]): string {
    return this.writer.write(sentence, this.store.currency());
  }
}
