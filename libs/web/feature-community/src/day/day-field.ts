import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatDatepickerModule, type MatDatepickerInputEvent } from '@angular/material/datepicker';
import { isDay, type Day } from '@ceex/units';
import { followCalendar, Language, PickerHeader, provideDayCalendar } from '@ceex/web-ui';

/** A day typed as the language of the app writes it, or picked from a calendar. */
@Component({
  selector: 'ceex-day-field',
  imports: [MatDatepickerModule],
  providers: [provideDayCalendar()],
  template: `
    <input
      inputmode="numeric"
      autocomplete="off"
      [matDatepicker]="picker"
      [value]="day()"
      [max]="last()"
      [attr.aria-label]="language.translate('community.day.choose')"
      (dateChange)="choose($event)"
    />
    <mat-datepicker-toggle [for]="picker" />
    <mat-datepicker #picker [calendarHeaderComponent]="header" />
  `,
  styleUrl: './day-field.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayField {
  readonly day = input.required<Day>();
  /** The last day there is anything of. */
  readonly last = input.required<Day>();
  readonly picked = output<Day>();

  protected readonly language = inject(Language);
  protected readonly header = PickerHeader;

  constructor() {
    followCalendar(this.last);
  }

  /** What is no day, or one there is nothing of yet, gives way to the day on the map. */
  protected choose({ target, value }: MatDatepickerInputEvent<Day, unknown>): void {
    if (value !== null && isDay(value) && value <= this.last()) this.picked.emit(value);
    else target.value = this.day();
  }
}
