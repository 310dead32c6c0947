import { readEnvExample } from '@ceex/server/testing';
import { join } from 'node:path';
import { bffConfig, readBffConfig } from './bff-config';

const REQUIRED = {
  DATABASE_URL: 'postgres://a@b/c',
  ENGINE_URL: 'http://engine:3100/',
  ENGINE_TOKEN_SECRET: 'e'.repeat(32),
  SESSION_SECRET: 's'.repeat(32),
  SECOND_FACTOR_KEY: 'f'.repeat(32),
  MAIL_TRANSPORT: 'smtp',
  SMTP_HOST: 'mail.example.org',
  MAIL_FROM: 'ceex@example.org',
};

describe('the configuration', () => {
  const examples = readEnvExample(join(__dirname, '../../.env.example'));

  it('is described in .env.example, variable by variable', () => {
    expect(examples.map(({ name }) => name).sort()).toEqual(Object.keys(bffConfig.shape).sort());
    expect(examples.filter(({ optional }) => !optional).map(({ name }) => name)).toEqual(Object.keys(REQUIRED));
  });

  it('has the defaults that .env.example tells', () => {
    const config: Record<string, unknown> = readBffConfig(REQUIRED);
    for (const { name, value } of examples.filter(({ optional }) => optional)) {
      expect([name, String(config[name] ?? '')]).toEqual([name, value]);
    }
  });

  it('takes an engine address with or without a slash at its end', () => {
    expect(readBffConfig(REQUIRED).ENGINE_URL).toBe('http://engine:3100');
  });

  it.each(['ENGINE_TOKEN_SECRET', 'SESSION_SECRET', 'SECOND_FACTOR_KEY'] as const)(
    'has no default for %s, and takes no short one',
    (name) => {
      expect(() => readBffConfig({ ...REQUIRED, [name]: undefined })).toThrow(`${name} is missing`);
      expect(() => readBffConfig({ ...REQUIRED, [name]: 'short' })).toThrow(
        `${name}: must have at least 32 characters`,
      );
    },
  );
});
