import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS } from '@angular/material/core';
import { MatDatepickerIntl, MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { Router } from '@angular/router';
import { addDays, isDay, type Day } from '@ceex/units';
import { Language } from '@ceex/web-ui';
import { CUSTOM_RANGE, MAX_CUSTOM_DAYS, readRange } from '../dashboard-range';
import { DAY_FORMATS, DayAdapter } from './day-adapter';
import { PickerHeader } from './picker-header';
import { PickerTexts } from './picker-texts';

/** Two days of one's own choice. A choice that can be shown goes into the address at once. */
@Component({
  selector: 'ceex-custom-range',
  imports: [MatDatepickerModule, MatFormFieldModule],
  providers: [
    DayAdapter,
    { provide: DateAdapter, useExisting: DayAdapter },
    { provide: MAT_DATE_FORMATS, useValue: DAY_FORMATS },
    { provide: MatDatepickerIntl, useClass: PickerTexts },
  ],
  templateUrl: './custom-range.html',
  styleUrl: './custom-range.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CustomRange {
  /** The days in the address, both included. */
  readonly from = input.required<Day>();
  readonly to = input.required<Day>();
  readonly today = input.required<Day>();

  protected readonly language = inject(Language);
  protected readonly header = PickerHeader;
  private readonly router = inject(Router);

  protected readonly start = linkedSignal<Day | null>(() => this.from());
  protected readonly end = linkedSignal<Day | null>(() => this.to());

  /** Why the two days cannot be shown, as a key; undefined when they can. */
  protected readonly fault = computed(() => {
    const [start, end] = [this.start(), this.end()];
    if (!start || !end || !isDay(start) || !isDay(end)) return 'dashboard.picker.incomplete';
    if (end < start) return 'dashboard.picker.backwards';
    return addDays(start, MAX_CUSTOM_DAYS) > end ? undefined : 'dashboard.picker.tooLong';
  });
  protected readonly faultText = computed(() => {
    const fault = this.fault();
    return fault === undefined ? '' : this.language.translate(fault, { days: MAX_CUSTOM_DAYS });
  });

  constructor() {
    const adapter = inject(DayAdapter);
    effect(() => adapter.setLocale(this.language.locale()));
    effect(() => adapter.knowToday(this.today()));
  }

  protected choose(): void {
    const [from, to] = [this.start() ?? undefined, this.end() ?? undefined];
    if (this.fault() !== undefined || readRange(CUSTOM_RANGE, from, to).name !== CUSTOM_RANGE) return;
    if (from === this.from() && to === this.to()) return;
    const queryParams = { range: CUSTOM_RANGE, from, to };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
