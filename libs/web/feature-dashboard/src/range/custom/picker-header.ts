import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCalendarHeader } from '@angular/material/datepicker';
import type { Day } from '@ceex/units';
import { Language } from '@ceex/web-ui';

/**
 * The head of the calendar. Material's own names its first button otherwise than it shows (`Choose month and year` for
 * `NOV 2026`), so that who speaks to the screen cannot press it; here the name begins with what is shown.
 */
@Component({
  selector: 'ceex-picker-header',
  imports: [MatButton, MatIconButton],
  templateUrl: './picker-header.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PickerHeader extends MatCalendarHeader<Day> {
  private readonly language = inject(Language);

  protected readonly chooseDay = computed(() => this.language.translate('dashboard.picker.chooseDay'));
  protected readonly chooseMonth = computed(() => this.language.translate('dashboard.picker.chooseMonth'));

  protected periodName(): string {
    const action = this.calendar.currentView === 'month' ? this.chooseMonth() : this.chooseDay();
    return `${this.periodButtonText}, ${action}`;
  }
}
