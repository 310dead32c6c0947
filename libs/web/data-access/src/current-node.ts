import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { Session } from './session';

/** The name of the query parameter that holds the chosen node. */
export const NODE_PARAMETER = 'node';

/** In the address, instead of the number of a node: all nodes of the user in the community, summed. */
export const ALL_NODES = 'all';

/** The node on the screen: the one in the address (`?node=`) when it is the user's, else the user's first. */
@Injectable({ providedIn: 'root' })
export class CurrentNode {
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  private readonly asked = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(null),
      map(() => this.router.parseUrl(this.router.url).queryParamMap.get(NODE_PARAMETER)),
    ),
    { requireSync: true },
  );

  private readonly chosen = computed(() => {
    const nodes = this.session.nodes();
    return nodes.find(({ nodeId }) => String(nodeId) === this.asked()) ?? nodes[0];
  });

  /** Undefined for a user without nodes. */
  readonly nodeId = computed(() => this.chosen()?.nodeId);
  /** The community of that node. */
  readonly communityId = computed(() => this.chosen()?.communityId);
  /** Whether the user has other nodes in that community. */
  readonly hasSeveral = computed(
    () => this.session.nodes().filter(({ communityId }) => communityId === this.communityId()).length > 1,
  );
  /** Whether the address asks for all of them; pages that know no sum show `nodeId`. */
  readonly asksForAll = computed(() => this.asked() === ALL_NODES && this.hasSeveral());
  /** The query parameters by which a link to another page keeps the choice; none where none was made. */
  readonly queryParams = computed((): Readonly<Record<string, string>> => {
    const asked = this.asked();
    return asked === null ? {} : { [NODE_PARAMETER]: asked };
  });
}
