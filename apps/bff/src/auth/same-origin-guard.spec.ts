import { isSameOrigin } from './same-origin-guard';

describe('isSameOrigin', () => {
  it.each([
    ['same-origin by fetch metadata', { 'sec-fetch-site': 'same-origin' }, true],
    ['cross-site, whatever the origin says', { 'sec-fetch-site': 'cross-site', origin: 'https://ceex.example' }, false],
    ['a sibling domain', { 'sec-fetch-site': 'same-site' }, false],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }, false],
    ['its own origin', { origin: 'https://ceex.example' }, true],
    ['its own origin behind a proxy that ends TLS', { origin: 'http://ceex.example' }, true],
    ['another port', { origin: 'https://ceex.example:8443' }, false],
    ['another site', { origin: 'https://ceex.example.evil' }, false],
    ['an opaque origin', { origin: 'null' }, false],
    ['no browser, no cookies', {}, true],
    ['no browser, but cookies', { cookie: 'ceex_session=x' }, false],
  ])('%s', (_, headers, expected) => {
    expect(isSameOrigin({ headers, host: 'ceex.example' })).toBe(expected);
  });
});
