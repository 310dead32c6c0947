import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { isDay, nextDay, previousDay, startOfLocalDay, type Day } from '@ceex/units';
import { Formats, Language } from '@ceex/web-ui';

/** The day on the map: the one before, the one after, or any other. */
@Component({
  selector: 'ceex-day-picker',
  templateUrl: './day-picker.html',
  styleUrl: './day-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayPicker {
  readonly day = input.required<Day>();
  /** The last day there is anything of. */
  readonly last = input.required<Day>();
  readonly timeZone = input.required<string>();
  readonly picked = output<Day>();

  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);
  protected readonly name = computed(() =>
    this.formats.moment(startOfLocalDay(this.day(), this.timeZone()), 'day', this.timeZone()),
  );

  protected before(): void {
    this.picked.emit(previousDay(this.day()));
  }

  protected after(): void {
    this.picked.emit(nextDay(this.day()));
  }

  /** A field that is being typed in holds no day at times. */
  protected choose(event: Event): void {
    const text = event.target instanceof HTMLInputElement ? event.target.value : '';
    if (isDay(text) && text <= this.last()) this.picked.emit(text);
  }
}
