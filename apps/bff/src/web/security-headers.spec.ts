import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BffUnderTest, startBff } from '../testing/bff-under-test';

describe('the security headers', () => {
  let bff: BffUnderTest;
  let cookie: string;

  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), 'ceex-web-'));
    writeFileSync(join(root, 'index.html'), '<ceex-root></ceex-root>');
    writeFileSync(join(root, 'main-7KQ2XDHT.js'), '');
    bff = await startBff({ WEB_ROOT: root });
    cookie = (await bff.signIn('anna')).session;
  });
  afterAll(() => bff.stop());

  it.each([
    ['a page', '/', 200],
    ['a file', '/main-7KQ2XDHT.js', 200],
    ['a file that is not there', '/nothing.js', 404],
    ['an odd target', '/%2e%2e', 404],
    ['an answer of our own', '/api/auth/me', 200],
    ['an answer of the engine', '/api/engine/node/7', 200],
    ['a refusal', '/api/engine/node/9', 403],
    ['a problem of the API', '/api/nothing', 404],
    ['health', '/api/health/live', 200],
  ])('are on %s', async (_, path, status) => {
    const { headers } = await bff.http().get(path).set('cookie', cookie).expect(status);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self';script-src 'self';script-src-attr 'none'"),
      'permissions-policy': expect.stringContaining('publickey-credentials-get=(self)'),
      'strict-transport-security': 'max-age=31536000',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(headers['x-powered-by']).toBeUndefined();
  });
});
