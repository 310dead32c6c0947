/** The pages that links in letters lead to. */
export type LinkPage = 'sign-in' | 'reset-password' | 'verify-email' | 'confirm-email';

/**
 * A link for a letter. The token stands behind the `#`: browsers send that part to nobody, so it is in no log and in no
 * referrer.
 */
export function linkTo({ PUBLIC_URL }: { readonly PUBLIC_URL: string }, page: LinkPage, token?: string): string {
  return `${PUBLIC_URL}/${page}${token === undefined ? '' : `#${token}`}`;
}
