import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BffUnderTest, startBff } from '../testing/bff-under-test';
import { BINARY, COMPRESSED, nginxSettings } from './nginx-settings';

const FILES = [
  'main-7KQ2XDHT.js',
  'chunk-3GUu-08E.js',
  'chunk-bad.js',
  'styles-3TN454RZ.css',
  'i18n/de.json',
  'i18n/some-language.json',
  'icons.svg',
  'icons/icon-192.png',
  'favicon.ico',
  'robots.txt',
  'media/roboto-wght-BWTMDLAE.woff2',
];

describe('nginx’s settings for the web app', () => {
  const settings = nginxSettings();
  let bff: BffUnderTest;

  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), 'ceex-web-'));
    for (const file of [...FILES, 'index.html']) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), '{}');
    }
    bff = await startBff({ WEB_ROOT: root });
  });
  afterAll(() => bff.stop());

  it('have the security headers that the BFF answers with, and no others', async () => {
    const { headers } = await bff.http().get('/').expect(200);
    const ofNginx = [...settings.headers.matchAll(/^add_header (\S+) "(.*)" always;$/gm)];
    expect(ofNginx.length).toBeGreaterThan(8);
    expect(ofNginx).toHaveLength(settings.headers.split('\n').length);
    for (const [, name = '', value] of ofNginx) expect([name, headers[name.toLowerCase()]]).toEqual([name, value]);
    const known = ofNginx.map(([, name = '']) => name.toLowerCase());
    const own =
      /^(x-request-id|accept-ranges|cache-control|last-modified|etag|content-|vary|date|connection|keep-alive)/;
    expect(Object.keys(headers).filter((name) => !known.includes(name) && !own.test(name))).toEqual([]);
  });

  it('are in every location, because a location with headers of its own forgets the server’s', () => {
    const blocks = settings.server.split(/^(?=location )/m).slice(1);
    expect(blocks.length).toBeGreaterThan(10);
    for (const block of blocks) expect(block).toContain('include headers.conf;');
  });

  it.each([...FILES, 'index.html', ''])('keep /%s as long as the BFF does', async (file) => {
    const { headers } = await bff.http().get(`/${file}`).expect(200);
    const [, otherwise, hashed = '', keep] =
      /ceex_cache \{ default "(.*?)"; "~(.*?)" "(.*?)"; \}/.exec(settings.http) ?? [];
    expect(new RegExp(hashed).test(`/${file}`) ? keep : otherwise).toBe(headers['cache-control']);
  });

  it.each(FILES)('name the type of %s as the BFF does', async (file) => {
    const { headers } = await bff.http().get(`/${file}`).expect(200);
    const extension = file.split('.').at(-1) ?? '';
    expect({ ...COMPRESSED, ...BINARY }[extension]).toBe(headers['content-type']);
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.8', 'br'],
    ['identity', ''],
    ['abr, gzipped', ''],
  ])('answer Accept-Encoding: %s with %s', (accepted, expected) => {
    const patterns = [...settings.http.matchAll(/"~\*(.*?)" (br|gzip);/g)];
    const chosen = patterns.find(([, pattern = '']) => new RegExp(pattern, 'i').test(accepted));
    expect(patterns).toHaveLength(2);
    expect(chosen?.[2] ?? '').toBe(expected);
  });
});
