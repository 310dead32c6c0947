import { inject } from '@angular/core';
import { type CanActivateFn, type CanDeactivateFn, Router, type UrlTree } from '@angular/router';
import { Session } from '@ceex/web-data-access/start';

/** Lets signed-in users pass; others sign in first and then come back to the address they asked for. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const [session, router] = [inject(Session), inject(Router)];
  return (await session.restore()) ? true : router.createUrlTree(['/sign-in'], { queryParams: { return: state.url } });
};

/** Pages for nobody who is signed in already. */
export const signedOut: CanActivateFn = async () => {
  const [session, router] = [inject(Session), inject(Router)];
  return (await session.restore()) ? router.createUrlTree(['/']) : true;
};

/** Pages about a household: whoever has none begins where their duty is. Comes after `signedIn`. */
export const hasNode: CanActivateFn = async () => {
  const [session, router] = [inject(Session), inject(Router)];
  await session.restore();
  if (session.nodes().length > 0) return true;
  if (session.operates().length > 0) return router.createUrlTree(['/operator']);
  return session.administers() ? router.createUrlTree(['/admin']) : toNoAccess(router, 'none');
};

/** Pages about a community: for whoever has a node in one or operates one. Comes after `signedIn`. */
export const inCommunity: CanActivateFn = async () => {
  const [session, router] = [inject(Session), inject(Router)];
  await session.restore();
  return session.nodes().length + session.operates().length > 0 || toNoAccess(router, 'none');
};

/** Pages of operators; others are told why they may not see them. Comes after `signedIn`. */
export const operatesOne: CanActivateFn = async () => {
  const [session, router] = [inject(Session), inject(Router)];
  await session.restore();
  return session.operates().length > 0 || toNoAccess(router, 'operator');
};

/** Pages of administrators of the server; others are told why they may not see them. Comes after `signedIn`. */
export const administersServer: CanActivateFn = async () => {
  const [session, router] = [inject(Session), inject(Router)];
  await session.restore();
  return session.administers() || toNoAccess(router, 'administrator');
};

function toNoAccess(router: Router, lacking: 'none' | 'operator' | 'administrator'): UrlTree {
  return router.createUrlTree(['/no-access'], { queryParams: { lacking } });
}

/** A page that may hold what is not saved yet. */
export interface Leavable {
  mayLeave(): boolean | Promise<boolean>;
}

/** Leaves a page only when it says that nothing is lost by it. */
export const mayLeave: CanDeactivateFn<Leavable> = (page) => page.mayLeave();
