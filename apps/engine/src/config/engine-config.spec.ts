import { loadConfig } from '@ceex/server';
import { readEnvExample } from '@ceex/server/testing';
import { join } from 'node:path';
import { engineConfig } from './engine-config';

const REQUIRED = { DATABASE_URL: 'postgres://a@b/c', ENGINE_TOKEN_SECRET: 'e'.repeat(32) };

describe('the configuration', () => {
  const examples = readEnvExample(join(__dirname, '../../.env.example'));

  it('is described in .env.example, variable by variable', () => {
    expect(examples.map(({ name }) => name).sort()).toEqual(Object.keys(engineConfig.shape).sort());
    expect(examples.filter(({ optional }) => !optional).map(({ name }) => name)).toEqual(Object.keys(REQUIRED));
  });

  it('has the defaults that .env.example tells', () => {
    const told = examples.filter(({ optional }) => optional).map(({ name, value }) => [name, value]);
    expect(loadConfig(engineConfig, { ...REQUIRED, ...Object.fromEntries(told) })).toEqual(
      loadConfig(engineConfig, REQUIRED),
    );
  });

  it.each([
    ['DATABASE_URL', { DATABASE_URL: '' }],
    ['ENGINE_TOKEN_SECRET', { ENGINE_TOKEN_SECRET: 'short' }],
    ['CLEARING', { CLEARING: 'perhaps' }],
    ['ENGINE_PORT', { ENGINE_PORT: '99999' }],
  ])('stops the start on a bad %s, by its name', (name, bad) => {
    expect(() => loadConfig(engineConfig, { ...REQUIRED, ...bad })).toThrow(name);
  });
});
