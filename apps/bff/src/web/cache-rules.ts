const YEAR_S = 365 * 86_400;
/**
 * Names into which the build puts a hash of the content, so that the content never changes: `main-6EWVKAJ7.js`,
 * `chunk-3GUu-08E.js`, `media/roboto-latin-BWTMDLAE.woff2`. A file of ours that only looks alike must not match.
 */
export const HASHED =
  /\/(?:(?:main|chunk|styles|polyfills|worker)-[\w-]{8}\.(?:js|css)|media\/[^/]+-[0-9A-Z]{8}\.\w+)$/;

/** The address of a file: a page of the app has no dot in its last segment. */
export const FILE = /\.[^/]*$/;

export const KEEP = `public, max-age=${YEAR_S}, immutable`;
export const ASK_AGAIN = 'no-cache';

/** The `cache-control` of the web app's file at `path`. */
export function cacheControlOf(path: string): string {
  return HASHED.test(path) ? KEEP : ASK_AGAIN;
}
