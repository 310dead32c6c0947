import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Formats, Language } from '@ceex/web-ui';
import type { DayInterval } from '../flows/interval-of-day';

/** The intervals of a day to choose from, with the trade of each as a silhouette above, and a button that plays them. */
@Component({
  selector: 'ceex-time-slider',
  templateUrl: './time-slider.html',
  styleUrl: './time-slider.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeSlider {
  readonly intervals = input.required<readonly DayInterval[]>();
  readonly at = input.required<number>();
  readonly playing = input.required<boolean>();
  readonly timeZone = input.required<string>();
  /** What the slider says of the chosen interval, for those who do not see it. */
  readonly valueText = input.required<string>();
  readonly picked = output<number>();
  readonly played = output<void>();

  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);

  protected readonly canPlay = computed(() => this.intervals().some(({ index }) => index >= 0));
  /** One bar an interval in a box of 100 × 100, the highest at the top. */
  protected readonly silhouette = computed(() => {
    const most = Math.max(1, ...this.intervals().map(({ tradedWh }) => tradedWh));
    const width = 100 / this.intervals().length;
    return this.intervals()
      .map(({ tradedWh }, at) => ({ tradedWh, left: at * width, height: (tradedWh / most) * 100 }))
      .filter(({ tradedWh }) => tradedWh > 0)
      .map(
        ({ left, height }) =>
          `M${left.toFixed(2)} 100v${(-height).toFixed(1)}h${width.toFixed(2)}v${height.toFixed(1)}z`,
      )
      .join('');
  });
  /** Midnight, six, noon, six: where they are in a day of 23 or 25 hours. */
  protected readonly hours = computed(() => {
    const [intervals, timeZone] = [this.intervals(), this.timeZone()];
    const wanted = ['00:00', '06:00', '12:00', '18:00'];
    return intervals
      .map(({ startMs }, at) => ({ text: this.formats.moment(startMs, 'time', timeZone), at }))
      .filter(({ text }) => wanted.includes(text))
      .map(({ text, at }) => ({ text, left: (at / intervals.length) * 100 }));
  });

  protected choose(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.picked.emit(event.target.valueAsNumber);
  }
}
