import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError, loadConfig } from './load-config';
import { databaseUrl, flag, port, secret } from './variables';

const schema = z.object({
  PORT: port.default(3000),
  TOKEN_SECRET: secret,
  DATABASE_URL: databaseUrl,
  FAST: flag.default(false),
});
const good = { TOKEN_SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://a@b/c' };

describe('loadConfig', () => {
  it('reads values, coerces them and fills in defaults', () => {
    expect(loadConfig(schema, { ...good, FAST: 'true', OTHER: 'ignored' })).toEqual({
      PORT: 3000,
      FAST: true,
      ...good,
    });
  });

  it('takes a secret from the file that X_FILE names, trimmed', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ceex-config-')), 'secret');
    writeFileSync(file, `${'s'.repeat(40)}\n`);
    expect(loadConfig(schema, { ...good, TOKEN_SECRET: undefined, TOKEN_SECRET_FILE: file }).TOKEN_SECRET).toBe(
      's'.repeat(40),
    );
  });

  it.each([
    ['a missing value', { DATABASE_URL: good.DATABASE_URL }, 'TOKEN_SECRET is missing'],
    ['an empty value', { ...good, TOKEN_SECRET: '' }, 'TOKEN_SECRET is missing'],
    ['a bad value', { ...good, PORT: 'x7' }, 'PORT: '],
    ['a short secret', { ...good, TOKEN_SECRET: 'tiny-secret' }, 'TOKEN_SECRET: must have at least 32 characters'],
    [
      'an address of something else',
      { ...good, DATABASE_URL: 'http://a' },
      'DATABASE_URL: must be a postgres:// address',
    ],
    ['a file that is not there', { ...good, PORT_FILE: '/nowhere/at/all' }, 'PORT_FILE names a file'],
    ['both ways at once', { ...good, TOKEN_SECRET_FILE: '/etc/hostname' }, 'TOKEN_SECRET and TOKEN_SECRET_FILE'],
  ])('names the variable of %s', (_, env, message) => {
    expect(() => loadConfig(schema, env)).toThrow(ConfigError);
    expect(() => loadConfig(schema, env)).toThrow(message);
  });

  it('never repeats a value', () => {
    expect(() => loadConfig(schema, { ...good, TOKEN_SECRET: 'tiny-secret' })).not.toThrow(/tiny-secret/);
  });
});
