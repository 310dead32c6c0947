import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Session } from '@ceex/web-data-access';

/** Lets signed-in users pass; others sign in first and then come back to the address they asked for. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const [session, router] = [inject(Session), inject(Router)];
  if (await session.restore()) return true;
  return router.createUrlTree(['/sign-in'], state.url === '/' ? {} : { queryParams: { return: state.url } });
};

/** The sign-in page is for nobody who is signed in already. */
export const signedOut: CanActivateFn = async () => {
  const [session, router] = [inject(Session), inject(Router)];
  return (await session.restore()) ? router.createUrlTree(['/']) : true;
};
