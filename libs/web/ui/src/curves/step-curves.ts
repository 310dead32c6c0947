import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MicroPerKwh } from '@ceex/units';
import { energyUnit, formatEnergyAs } from '../format/energy';
import { Formats } from '../format/formats';
import { formatPrice, priceUnit } from '../format/price';
import { Language } from '../language/language';
import { axisTicks } from '../layout/axis-ticks';
import { hostWidth } from '../layout/host-width';
import { DataTable } from '../table/data-table';
import { crossingWh, orderSpan, stepPath, type CurveScale, type CurveStep, type OwnOrderMark } from './step-curve';

const HEIGHT = 260;
const PAD = { top: 12, right: 12, bottom: 34, left: 44 };

/**
 * Supply and demand of a clearing as steps, with the crossing and the household's own orders, and a table of the
 * steps behind them. Supply comes cheapest first, demand dearest first.
 */
@Component({
  selector: 'ceex-step-curves',
  imports: [DataTable],
  templateUrl: './step-curves.html',
  styleUrl: './step-curves.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepCurves {
  readonly supply = input.required<readonly CurveStep[]>();
  readonly demand = input.required<readonly CurveStep[]>();
  readonly clearingPriceMicroPerKwh = input<MicroPerKwh | null>(null);
  readonly ownAsks = input<readonly OwnOrderMark[]>([]);
  readonly ownBids = input<readonly OwnOrderMark[]>([]);
  readonly currency = input('CHF');

  protected readonly language = inject(Language);
  protected readonly formats = inject(Formats);
  protected readonly width = hostWidth();
  protected readonly height = HEIGHT;
  protected readonly pad = PAD;

  private readonly largestWh = computed(() =>
    Math.max(1, ...[...this.supply(), ...this.demand()].map(({ cumulativeWh }) => cumulativeWh)),
  );
  private readonly prices = computed(() => {
    const price = this.clearingPriceMicroPerKwh();
    const steps = [...this.supply(), ...this.demand()].map(({ priceMicroPerKwh }) => priceMicroPerKwh);
    const all = price === null ? steps : [...steps, price];
    const [low, high] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
    const margin = Math.max((high - low) * 0.12, 5_000);
    return { low: low - margin, high: high + margin };
  });

  protected readonly scale = computed<CurveScale>(() => {
    const { low, high } = this.prices();
    const across = Math.max(1, this.width() - PAD.left - PAD.right);
    const down = HEIGHT - PAD.top - PAD.bottom;
    return {
      x: (energyWh) => PAD.left + (energyWh / this.largestWh()) * across,
      y: (price) => PAD.top + ((high - price) / (high - low)) * down,
    };
  });

  protected readonly supplyPath = computed(() => stepPath(this.supply(), this.scale(), PAD.top));
  protected readonly demandPath = computed(() => stepPath(this.demand(), this.scale(), HEIGHT - PAD.bottom));

  protected readonly crossing = computed(() => {
    const price = this.clearingPriceMicroPerKwh();
    if (price === null) return null;
    const { x, y } = this.scale();
    return {
      x: x(crossingWh(this.supply(), this.demand())),
      y: y(price),
      text: this.formats.price(price, this.currency()),
    };
  });

  protected readonly own = computed(() => {
    const { x, y } = this.scale();
    const line = (order: OwnOrderMark, steps: readonly CurveStep[]) => {
      const span = orderSpan(order, steps);
      if (span === null) return [];
      return [{ from: x(span.fromWh), to: Math.max(x(span.toWh), x(span.fromWh) + 6), y: y(order.limitMicroPerKwh) }];
    };
    return [
      ...this.ownAsks().flatMap((order) => line(order, this.supply())),
      ...this.ownBids().flatMap((order) => line(order, this.demand())),
    ];
  });

  protected readonly ownTexts = computed(() => {
    const text = (key: string) => (order: OwnOrderMark) =>
      this.language.translate(key, {
        energy: this.formats.energy(order.quantityWh),
        price: this.formats.price(order.limitMicroPerKwh, this.currency()),
      });
    return [...this.ownAsks().map(text('ui.curves.ownAsk')), ...this.ownBids().map(text('ui.curves.ownBid'))];
  });

  protected readonly energyTicks = computed(() => {
    const [unit, largest] = [energyUnit(this.largestWh()), this.largestWh()];
    const ticks = axisTicks(0, largest, this.width() < 480 ? 4 : 8);
    return ticks.map((wh) => ({
      at: this.scale().x(wh),
      text: formatEnergyAs(wh, unit, largest, this.language.locale()),
    }));
  });

  protected readonly priceTicks = computed(() => {
    const { low, high } = this.prices();
    return axisTicks(low, high, 7).map((price) => ({
      at: this.scale().y(price),
      text: formatPrice(price, this.language.locale(), this.currency()).value,
    }));
  });

  protected readonly priceUnit = computed(() => priceUnit(this.currency(), this.language.locale()));
  protected readonly energyUnit = computed(() => energyUnit(this.largestWh()));

  protected readonly summary = computed(() => {
    const crossing = this.crossing();
    return crossing === null
      ? this.language.translate('ui.curves.summaryNoPrice')
      : this.language.translate('ui.curves.summary', { price: crossing.text });
  });

  protected readonly columns = computed(() => [
    { label: this.language.translate('ui.curves.side') },
    { label: `${this.language.translate('ui.curves.price')} (${this.priceUnit()})`, numeric: true },
    { label: `${this.language.translate('ui.curves.upTo')} (${this.energyUnit()})`, numeric: true },
  ]);

  protected readonly tableRows = computed(() => {
    const [unit, largest, locale] = [this.energyUnit(), this.largestWh(), this.language.locale()];
    const row = (key: string) => (step: CurveStep) => [
      this.language.translate(key),
      formatPrice(step.priceMicroPerKwh, locale, this.currency()).value,
      formatEnergyAs(step.cumulativeWh, unit, largest, locale),
    ];
    return [...this.supply().map(row('ui.curves.supply')), ...this.demand().map(row('ui.curves.demand'))];
  });
}
