import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { Router } from '@angular/router';
import { addDays, isDay, type Day } from '@ceex/units';
import { followCalendar, Language, PickerHeader, provideDayCalendar } from '@ceex/web-ui';
import { CUSTOM_RANGE, MAX_CUSTOM_DAYS, readRange } from '../dashboard-range';

/** Two days of one's own choice. A choice that can be shown goes into the address at once. */
@Component({
  selector: 'ceex-custom-range',
  imports: [MatDatepickerModule, MatFormFieldModule],
  providers: [provideDayCalendar()],
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
    followCalendar(this.today);
  }

  protected choose(): void {
    const [from, to] = [this.start() ?? undefined, this.end() ?? undefined];
    if (this.fault() !== undefined || readRange(CUSTOM_RANGE, from, to).name !== CUSTOM_RANGE) return;
    if (from === this.from() && to === this.to()) return;
    const queryParams = { range: CUSTOM_RANGE, from, to };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
