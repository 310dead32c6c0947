import { effect, inject, type Provider, type Signal } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS } from '@angular/material/core';
import { MatDatepickerIntl } from '@angular/material/datepicker';
import type { Day } from '@ceex/units';
import { Language } from '../language/language';
import { DAY_FORMATS, DayAdapter } from './day-adapter';
import { PickerTexts } from './picker-texts';

/** For a component with a Material date picker: days of the calendar, in the language on the screen. */
export function provideDayCalendar(): Provider[] {
  return [
    DayAdapter,
    { provide: DateAdapter, useExisting: DayAdapter },
    { provide: MAT_DATE_FORMATS, useValue: DAY_FORMATS },
    { provide: MatDatepickerIntl, useClass: PickerTexts },
  ];
}

/** To be called where that component is made: its days follow the language, and the picker marks `today`. */
export function followCalendar(today: Signal<Day>): void {
  const [adapter, language] = [inject(DayAdapter), inject(Language)];
  effect(() => adapter.setLocale(language.locale()));
  effect(() => adapter.knowToday(today()));
}
