import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MarketClient } from '@ceex/web-data-access';
import { COMMUNITY_PARAMETER } from './operated-community';

/** A community to choose, by its name. */
@Component({
  selector: 'ceex-community-link',
  imports: [RouterLink],
  template: `<a
    routerLink="."
    queryParamsHandling="merge"
    class="ceex-button outlined"
    [queryParams]="params()"
    [attr.aria-current]="current() ? 'true' : null"
    >{{ name() }}</a
  >`,
  styles: `
    a {
      min-height: 44px;
      padding-inline: var(--ceex-space-2);
    }
    a[aria-current] {
      border-color: transparent;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
  `,
})
export class CommunityLink {
  readonly communityId = input.required<number>();
  readonly current = input.required<boolean>();

  private readonly community = inject(MarketClient).community(() => this.communityId());
  /** Until it is known, and where it cannot be: its number. */
  protected readonly name = computed(() =>
    this.community.hasValue() ? this.community.value().name : `${this.communityId()}`,
  );
  protected readonly params = computed(() => ({ [COMMUNITY_PARAMETER]: this.communityId() }));
}
