import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { LOCAL_RANGES, previousDay, type LocalRange } from '@ceex/units';
import { ChoiceLinks, Language } from '@ceex/web-ui';
import { CUSTOM_RANGE, type RangeName } from './dashboard-range';

/** The ranges as links, since the range is in the address. */
@Component({
  selector: 'ceex-range-links',
  imports: [ChoiceLinks],
  template: `<ceex-choice-links [label]="language.translate('dashboard.range.label')" [links]="links()" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RangeLinks {
  readonly current = input.required<RangeName>();
  /** The days on the screen, where one's own choice begins; undefined while not known. */
  readonly days = input<LocalRange>();

  protected readonly language = inject(Language);

  protected readonly links = computed(() => {
    const days = this.days();
    const own = days && { from: days.startDay, to: previousDay(days.endDay) };
    const names: readonly RangeName[] = [...LOCAL_RANGES, CUSTOM_RANGE];
    return names.map((name) => ({
      label: this.language.translate(`dashboard.range.${name}`),
      params: name === CUSTOM_RANGE ? { range: name, ...own } : { range: name, from: null, to: null },
      current: name === this.current(),
    }));
  });
}
