import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '@ceex/web-ui';
import { COMMUNITY_RANGES, type CommunityRangeName } from './community-range';

/** The ranges as links, since the range is in the address. */
@Component({
  selector: 'ceex-community-ranges',
  imports: [RouterLink],
  template: `<nav [attr.aria-label]="language.translate('community.range.label')">
    @for (link of links(); track link.name) {
      <a
        routerLink="."
        queryParamsHandling="merge"
        [queryParams]="{ range: link.name }"
        [replaceUrl]="true"
        [attr.aria-current]="link.name === current() ? 'true' : null"
        >{{ link.label }}</a
      >
    }
  </nav>`,
  styleUrl: './range-links.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommunityRanges {
  readonly current = input.required<CommunityRangeName>();

  protected readonly language = inject(Language);
  protected readonly links = computed(() =>
    COMMUNITY_RANGES.map((name) => ({ name, label: this.language.translate(`community.range.${name}`) })),
  );
}
