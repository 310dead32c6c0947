import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LocalRangeName } from '@ceex/units';
import { Language } from '@ceex/web-ui';

/** Every range with the key of its name. */
const RANGES: readonly { readonly name: LocalRangeName; readonly label: string }[] = [
  { name: 'current-week', label: 'dashboard.range.current-week' },
  { name: 'current-month', label: 'dashboard.range.current-month' },
  { name: 'last-month', label: 'dashboard.range.last-month' },
  { name: 'last-3-months', label: 'dashboard.range.last-3-months' },
  { name: 'last-year', label: 'dashboard.range.last-year' },
];

/** The ranges as links, since the range is in the address. */
@Component({
  selector: 'ceex-range-links',
  imports: [RouterLink],
  template: `<nav [attr.aria-label]="language.translate('dashboard.range.label')">
    @for (range of ranges; track range.name) {
      <a
        routerLink="."
        queryParamsHandling="merge"
        [queryParams]="{ range: range.name }"
        [attr.aria-current]="range.name === current() ? 'true' : null"
        >{{ language.translate(range.label) }}</a
      >
    }
  </nav>`,
  styleUrl: './range-links.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RangeLinks {
  readonly current = input.required<LocalRangeName>();

  protected readonly language = inject(Language);
  protected readonly ranges = RANGES;
}
