import { ASK_AGAIN, FILE, HASHED, KEEP } from './cache-rules';
import { FIXED_HEADERS } from './fixed-headers';

/** What the web app is made of, by extension. The image has each of these in three forms: as it is, gzip and brotli. */
export const COMPRESSED: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};
/** … and of these, which are compressed already. */
export const BINARY: Readonly<Record<string, string>> = {
  ico: 'image/vnd.microsoft.icon',
  png: 'image/png',
  woff2: 'font/woff2',
};

const NOT_FOUND = JSON.stringify({ type: 'about:blank', title: 'Not Found', status: 404, code: 'not-found' });

/**
 * The part of nginx's settings that says how the web app is served where the BFF does not do so itself: with the same
 * headers, the same caching and the same answer to an address that is none. `docker/web` puts it into the image.
 */
export function nginxSettings(): { readonly http: string; readonly server: string; readonly headers: string } {
  return { http: maps(), server: locations(), headers: headerLines(FIXED_HEADERS) };
}

/** Which form of a file the browser takes, brotli first; what it says with `q=0` it does not take. */
function maps(): string {
  const takes = (name: string) => `"~*(?:^|[,\\s])${name}(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))\\s*(?:[,;]|$)"`;
  return [
    `map $http_accept_encoding $ceex_encoding { default ""; ${takes('br')} br; ${takes('gzip')} gzip; }`,
    'map $ceex_encoding $ceex_suffix { default ""; br .br; gzip .gz; }',
    `map $uri $ceex_cache { default "${ASK_AGAIN}"; "~${HASHED.source.replaceAll('\\/', '/')}" "${KEEP}"; }`,
  ].join('\n');
}

function locations(): string {
  return [
    // Before a location tries other forms of the file, which have other names.
    'set $ceex_kept $ceex_cache;',
    'error_page 404 @missing;',
    location('@missing', ['default_type application/problem+json;', `return 404 '${NOT_FOUND}';`]),
    location('~ /\\.', ['return 404;']),
    ...Object.entries(COMPRESSED).map(([extension, type]) =>
      location(`~ \\.${extension}$`, [...compressed(type), 'try_files $uri$ceex_suffix =404;']),
    ),
    ...Object.entries(BINARY).map(([extension, type]) =>
      location(`~ \\.${extension}$`, [typed(type), 'add_header Cache-Control $ceex_kept;', 'try_files $uri =404;']),
    ),
    location(`~ ${FILE.source}`, ['return 404;']),
    location('/', [...compressed(COMPRESSED['html'] ?? ''), 'try_files /index.html$ceex_suffix =404;']),
  ].join('\n');
}

function compressed(type: string): string[] {
  return [
    typed(type),
    'add_header Cache-Control $ceex_kept;',
    'add_header Content-Encoding $ceex_encoding;',
    'add_header Vary Accept-Encoding;',
  ];
}

/** By its location, because the name of the compressed form says nothing. */
function typed(type: string): string {
  return `types { } default_type "${type}";`;
}

/** nginx forgets the headers of the server where a location has its own: each location has them all. */
function location(match: string, lines: readonly string[]): string {
  return [`location ${match} {`, ...lines.map((line) => `  ${line}`), '  include headers.conf;', '}'].join('\n');
}

function headerLines(namesAndValues: readonly string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < namesAndValues.length; at += 2) {
    const [name = '', value = ''] = namesAndValues.slice(at, at + 2);
    if (/["\\$]/.test(value)) throw new Error(`nginx would not take ${name} as it is: ${value}`);
    lines.push(`add_header ${name} "${value}" always;`);
  }
  return lines.join('\n');
}
