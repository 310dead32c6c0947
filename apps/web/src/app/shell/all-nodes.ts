import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, type ActivatedRouteSnapshot } from '@angular/router';
import { CurrentNode } from '@ceex/web-data-access';
import { filter, map, startWith } from 'rxjs';

/**
 * All nodes of a user at once: whether the page offers them, and whether they are on it. Routes with the data
 * `knowsAllNodes` have such pages; the others show one node, whatever the address asks for.
 */
export function allNodes(): { readonly offered: Signal<boolean>; readonly shown: Signal<boolean> } {
  const router = inject(Router);
  const current = inject(CurrentNode);
  const known = toSignal(
    router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(null),
      map(() => pageOf(router.routerState.snapshot.root).data['knowsAllNodes'] === true),
    ),
    { requireSync: true },
  );
  return {
    offered: computed(() => known() && current.hasSeveral()),
    shown: computed(() => known() && current.asksForAll()),
  };
}

function pageOf(route: ActivatedRouteSnapshot): ActivatedRouteSnapshot {
  return route.firstChild === null ? route : pageOf(route.firstChild);
}
