import { Component, computed, inject, input } from '@angular/core';
import type { NodeProduction } from '@ceex/contracts';
import { Chart, DataTable, Formats, Language, Skeleton, formatEnergyAs } from '@ceex/web-ui';
import { dayPlan } from './day-plan';

/** Today's production: expected beside measured, with the table behind it. */
@Component({
  selector: 'ceex-plant-day',
  imports: [Chart, DataTable, Skeleton],
  templateUrl: './plant-day.html',
  styleUrl: './plant-day.scss',
})
export class PlantDay {
  readonly production = input.required<NodeProduction>();

  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);

  protected readonly names = computed(() => {
    const text = (name: string) => this.language.translate(`trading.plants.day.${name}`);
    return { measured: text('measured'), expected: text('expected'), clearSky: text('clearSky'), none: text('none') };
  });

  protected readonly sentence = computed(() => {
    const { expectedWh, measuredWh } = this.production();
    const measured = this.formats.energy(measuredWh);
    if (expectedWh === null) return this.language.translate('trading.plants.day.onlyMeasured', { measured });
    const expected = this.formats.energy(expectedWh);
    return this.language.translate('trading.plants.day.sentence', { expected, measured });
  });

  protected readonly plan = computed(() =>
    dayPlan({
      production: this.production(),
      names: this.names(),
      locale: this.language.locale(),
      formats: this.formats,
    }),
  );

  protected readonly columns = computed(() => {
    const { measured, expected, clearSky } = this.names();
    const figures = [measured, expected, clearSky].map((name) => ({ label: `${name} (kWh)`, numeric: true }));
    return [{ label: this.language.translate('trading.plants.day.time') }, ...figures];
  });

  protected readonly rows = computed(() => {
    const { points, timeZone } = this.production();
    const largest = Math.max(1, ...points.map(({ clearSkyWh }) => clearSkyWh));
    const text = (wh: number) => formatEnergyAs(wh, 'kWh', largest, this.language.locale());
    return points.map(({ start, measuredWh, expectedWh, clearSkyWh }) => [
      this.formats.moment(Date.parse(start), 'time', timeZone),
      measuredWh === null ? this.names().none : text(measuredWh),
      text(expectedWh),
      text(clearSkyWh),
    ]);
  });
}
