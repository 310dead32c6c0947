/**
 * Where to go after signing in: the address somebody asked for, when it is one of this app's own. Anything that could
 * lead to another site is the start page.
 */
export function returnAddress(asked: string | undefined): string {
  if (asked === undefined || !/^\/(?![/\\])/.test(asked)) return '/';
  return /^\/sign-in\b/.test(asked) ? '/' : asked;
}
