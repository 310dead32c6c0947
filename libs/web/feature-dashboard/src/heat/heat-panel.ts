import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import type { HeatDay } from '@ceex/contracts';
import { previousDay, startOfLocalDay, type LocalRange } from '@ceex/units';
import { keepLast, MetricsClient } from '@ceex/web-data-access';
import {
  Chart,
  DataTable,
  energyUnit,
  formatEnergyAs,
  Formats,
  hostWidth,
  Language,
  NO_VALUE,
  Notice,
  plotWidth,
  Skeleton,
} from '@ceex/web-ui';
import { forkJoin, map } from 'rxjs';
import { addHeatMaps } from './add-heat-maps';
import { HEAT_CHOICES, HEAT_MEANINGS, hoursOf, readHeat } from './heat-choice';
import { daysPerColumn, heatColumns, largestOf } from './heat-grid';
import { heatPlan, hourName } from './heat-plan';

/** A day-by-hour heat map of the nodes on the screen. It fetches its figures itself, once it is in view. */
@Component({
  selector: 'ceex-heat-panel',
  imports: [Chart, DataTable, Notice, RouterLink, Skeleton],
  templateUrl: './heat-panel.html',
  styleUrls: ['../charts/chart-panel.css', './heat-panel.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeatPanel {
  readonly nodeIds = input.required<readonly number[]>();
  readonly days = input.required<LocalRange>();
  readonly timeZone = input.required<string>();
  readonly produces = input.required<boolean>();
  /** `?heat=` */
  readonly heat = input<string>();
  /** Changes with every clearing, so that the figures are asked for again. */
  readonly dataUntil = input.required<string | null>();

  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly client = inject(MetricsClient);
  private readonly width = hostWidth();

  private readonly query = computed(() => ({ nodeIds: this.nodeIds(), ...this.ends() }));
  protected readonly read = rxResource({
    params: () => ({ ...this.query(), dataUntil: this.dataUntil() }),
    stream: ({ params: { nodeIds, first, last } }) =>
      forkJoin(nodeIds.map((nodeId) => this.client.heatMap(nodeId, first, last))).pipe(map(addHeatMaps)),
  });
  private readonly heatDays = keepLast<HeatDay[]>(this.read, () => JSON.stringify(this.query()));
  protected readonly loaded = computed(() => this.heatDays() !== undefined);

  protected readonly choice = computed(() => readHeat(this.heat(), this.produces()));
  protected readonly choices = computed(() =>
    HEAT_CHOICES.filter((name) => this.produces() || name !== 'produced').map((name) => ({
      name,
      label: this.language.translate(`dashboard.heat.${name}`),
    })),
  );
  protected readonly meaning = computed(() => HEAT_MEANINGS[this.choice()]);

  private readonly figures = computed(() => {
    const name = this.language.translate(`dashboard.heat.${this.choice()}`);
    const { first, last } = this.ends();
    return {
      days: (this.heatDays() ?? []).map((day) => ({ day: day.day, hoursWh: hoursOf(day, this.choice()) })),
      firstDay: first,
      lastDay: last,
      meaning: this.meaning(),
      name,
      meanName: this.language.translate('dashboard.heat.mean', { name }),
      timeZone: this.timeZone(),
      formats: this.formats,
    };
  });

  protected readonly plan = computed(() => heatPlan(this.figures()));
  private readonly columnsOfDays = computed(() => {
    const { days, firstDay, lastDay } = this.figures();
    return heatColumns(days, firstDay, lastDay, 1);
  });
  private readonly largestWh = computed(() => largestOf(this.columnsOfDays()));
  protected readonly most = computed(() => this.formats.energy(this.largestWh()));
  protected readonly unit = computed(() => energyUnit(this.largestWh()));

  protected readonly caption = computed(() => {
    const [name, days] = [this.figures().name, daysPerColumn(this.columnsOfDays().length, plotWidth(this.width()))];
    if (days === 1) return this.language.translate('dashboard.heat.caption', { name });
    return this.language.translate('dashboard.heat.captionMeans', { name, days });
  });

  protected readonly columns = computed(() => [
    { label: this.language.translate('dashboard.heat.day', { unit: this.unit() }) },
    ...Array.from({ length: 24 }, (_, hour) => ({ label: hourName(hour), numeric: true })),
  ]);

  protected readonly rows = computed(() => {
    const [unit, largest, locale, timeZone] = [this.unit(), this.largestWh(), this.language.locale(), this.timeZone()];
    const text = (wh: number | null) => (wh === null ? NO_VALUE : formatEnergyAs(wh, unit, largest, locale));
    return this.columnsOfDays()
      .filter(({ hoursWh }) => hoursWh.some((wh) => wh !== null))
      .map(({ firstDay, hoursWh }) => [
        this.formats.moment(startOfLocalDay(firstDay, timeZone), 'day', timeZone),
        ...hoursWh.map(text),
      ]);
  });

  private ends(): { first: string; last: string } {
    return { first: this.days().startDay, last: previousDay(this.days().endDay) };
  }
}
