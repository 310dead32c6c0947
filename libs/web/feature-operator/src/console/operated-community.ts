import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { CurrentNode, keepLast, MarketClient, Session } from '@ceex/web-data-access';
import { filter, map, startWith } from 'rxjs';
import { Realm } from '../parts/realm';
import { chooseCommunity } from './choose-community';

/** The name of the query parameter that holds the community on the screen. */
export const COMMUNITY_PARAMETER = 'community';

/** The community on the screen of its operator: the one in the address (`?community=`). */
@Injectable()
export class OperatedCommunity extends Realm {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly node = inject(CurrentNode);

  private readonly asked = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(null),
      map(() => this.router.parseUrl(this.router.url).queryParamMap.get(COMMUNITY_PARAMETER)),
    ),
    { requireSync: true },
  );

  override readonly communityId = computed(() =>
    chooseCommunity(this.session.operates(), this.asked(), this.node.communityId()),
  );
  private readonly read = inject(MarketClient).community(() => this.communityId());
  private readonly community = keepLast(this.read, () => this.communityId());

  /** Undefined until it is known. */
  readonly name = computed(() => this.community()?.name);
  override readonly timeZone = computed(() => this.community()?.timeZone);
  override readonly queryParams = computed(() => {
    const asked = this.asked();
    return { ...this.node.queryParams(), ...(asked === null ? {} : { [COMMUNITY_PARAMETER]: asked }) };
  });
  /** Whether there are others to choose. */
  readonly all = this.session.operates;
}
