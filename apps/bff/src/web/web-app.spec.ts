import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BffUnderTest, startBff } from '../testing/bff-under-test';
import { rawRequest } from '../testing/raw-request';
import { findWebApp } from './web-app';

describe('the web app', () => {
  let bff: BffUnderTest;

  beforeAll(async () => {
    const parent = mkdtempSync(join(tmpdir(), 'ceex-web-'));
    const root = join(parent, 'browser');
    mkdirSync(join(root, 'i18n'), { recursive: true });
    writeFileSync(join(parent, 'secret.txt'), 'outside');
    writeFileSync(join(root, '.env'), 'hidden');
    writeFileSync(join(root, 'index.html'), '<ceex-root></ceex-root>');
    writeFileSync(join(root, 'main-7KQ2XDHT.js'), `console.log('${'x'.repeat(5_000)}')`);
    writeFileSync(join(root, 'i18n/de.json'), '{}');
    writeFileSync(join(root, 'manifest.webmanifest'), '{"name":"x","display":"standalone"}');
    writeFileSync(join(root, 'i18n/some-language.json'), '{}');
    mkdirSync(join(root, 'media'));
    for (const file of ['chunk-3GUu-08E.js', 'styles-3TN454RZ.css', 'media/roboto-wght-BWTMDLAE.woff2', 'scheme.js'])
      writeFileSync(join(root, file), '');
    bff = await startBff({ WEB_ROOT: root, PRODUCT_NAME: 'Sunny Street' });
  });
  afterAll(() => bff.stop());

  it.each(['/', '/dashboard', '/dashboard/week?range=2026-W01', '/node/7', '/apiary'])(
    'is the answer to %s',
    async (path) => {
      const answer = await bff.http().get(path).expect(200);
      expect(answer.text).toBe('<ceex-root></ceex-root>');
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  it('may run scripts of our own files only', async () => {
    const policy = (await bff.http().get('/')).headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('has its hashed files kept for a year, compressed', async () => {
    const answer = await bff.http().get('/main-7KQ2XDHT.js').expect(200);
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['/chunk-3GUu-08E.js', '/styles-3TN454RZ.css', '/media/roboto-wght-BWTMDLAE.woff2'])(
    'knows %s for a hashed file',
    async (path) => {
      expect((await bff.http().get(path).expect(200)).headers['cache-control']).toContain('immutable');
    },
  );

  it.each(['/i18n/de.json', '/i18n/some-language.json', '/scheme.js', '/index.html'])(
    'has %s asked for again each time',
    async (path) => {
      expect((await bff.http().get(path).expect(200)).headers['cache-control']).toBe('no-cache');
    },
  );

  it.each(['/nothing.js', '/.env', '/i18n/fr.json', '/api', '/api/', '/api/nothing', '/api/auth', '/api/engine.json'])(
    'is not the answer to %s',
    async (path) => {
      const answer = await bff.http().get(path).expect(404);
      expect(answer.body.code).toBe('not-found');
    },
  );

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/i18n/..%2f..%2fsecret.txt', '/i18n/../../secret.txt'])(
    'keeps to its directory: %s',
    async (path) => {
      const answer = await rawRequest(bff.port, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect(answer.status).toBe(404);
    },
  );

  it('is installed under the name of the deployment', async () => {
    const answer = await bff.http().get('/manifest.webmanifest').expect(200);
    expect(answer.headers['content-type']).toContain('application/manifest+json');
    expect(JSON.parse(answer.text)).toEqual({
      name: 'Sunny Street',
      short_name: 'Sunny Street',
      display: 'standalone',
    });
  });

  it('learns about the deployment at run time', async () => {
    const { body } = await bff.http().get('/api/config').expect(200);
    expect(body).toEqual({ productName: 'Sunny Street', defaultLanguage: 'de', openRegistration: false });
  });

  it('takes no posts', async () => {
    await bff.http().post('/dashboard').send({}).expect(404);
  });
});

describe('WEB_ROOT', () => {
  it('must hold a built app', () => {
    expect(() => findWebApp(join(tmpdir(), 'no-web-app-here'))).toThrow(/WEB_ROOT has no index.html/);
  });
});
