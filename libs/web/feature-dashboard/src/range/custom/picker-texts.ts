import { Injectable, effect, inject } from '@angular/core';
import { MatDatepickerIntl } from '@angular/material/datepicker';
import { Language } from '@ceex/web-ui';

/** The words of the date picker in the language on the screen. */
@Injectable()
export class PickerTexts extends MatDatepickerIntl {
  constructor() {
    super();
    const language = inject(Language);
    effect(() => {
      this.calendarLabel = language.translate('dashboard.picker.calendar');
      this.openCalendarLabel = language.translate('dashboard.picker.open');
      this.closeCalendarLabel = language.translate('dashboard.picker.close');
      this.prevMonthLabel = language.translate('dashboard.picker.previousMonth');
      this.nextMonthLabel = language.translate('dashboard.picker.nextMonth');
      this.prevYearLabel = language.translate('dashboard.picker.previousYear');
      this.nextYearLabel = language.translate('dashboard.picker.nextYear');
      this.prevMultiYearLabel = language.translate('dashboard.picker.previousYears');
      this.nextMultiYearLabel = language.translate('dashboard.picker.nextYears');
      this.startDateLabel = language.translate('dashboard.picker.from');
      this.endDateLabel = language.translate('dashboard.picker.to');
      this.comparisonDateLabel = language.translate('dashboard.picker.calendar');
      this.changes.next();
    });
  }
}
