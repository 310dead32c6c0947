import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const WALL = '@nx/enforce-module-boundaries';

/** [what holds, file, code, the rule that must complain] */
const FORBIDDEN = [
  ['the engine imports no BFF', 'apps/engine/src/x.ts', `export * from '../../bff/src/main';`, WALL],
  ['the BFF imports no engine', 'apps/bff/src/x.ts', `export * from '../../engine/src/main';`, WALL],
  ['the BFF does not know the algorithm', 'apps/bff/src/x.ts', `export * from '@ceex/market';`, WALL],
  ['the web imports no server code', 'apps/web/src/x.ts', `export * from '@ceex/server';`, WALL],
  ['a web library imports no Nest', 'libs/web/ui/src/x.ts', `export { Module } from '@nestjs/common';`, WALL],
  ['ui knows no HTTP', 'libs/web/ui/src/x.ts', `export { HttpClient } from '@angular/common/http';`, WALL],
  ['ui imports no data access', 'libs/web/ui/src/x.ts', `export * from '@ceex/web-data-access';`, WALL],
  ['the market imports no contracts', 'libs/market/src/x.ts', `export * from '@ceex/contracts';`, WALL],
  ['the market imports no package', 'libs/market/src/x.ts', `export { z } from 'zod';`, WALL],
  ['contracts import nothing but zod', 'libs/contracts/src/x.ts', `export { default } from 'axios';`, WALL],
  ['pure: no clock', 'libs/market/src/x.ts', 'export const t = Date.now();', 'no-restricted-properties'],
  ['pure: no date of now', 'libs/solar/src/x.ts', 'export const t = new Date();', 'no-restricted-syntax'],
  ['pure: no chance', 'libs/simulation/src/x.ts', 'export const r = Math.random();', 'no-restricted-properties'],
  ['pure: nothing asynchronous', 'libs/units/src/x.ts', 'export const f = async () => 1;', 'no-restricted-syntax'],
  ['pure: no Node', 'libs/market/src/x.ts', `export { readFileSync } from 'node:fs';`, 'no-restricted-imports'],
] as const;

const ALLOWED = [
  ['the market imports units', 'libs/market/src/x.ts', `export * from '@ceex/units';`],
  ['the engine imports the market', 'apps/engine/src/x.ts', `export * from '@ceex/market';`],
  ['contracts import zod', 'libs/contracts/src/x.ts', `export { z } from 'zod';`],
] as const;

describe('walls between the projects', () => {
  let complaints: readonly (readonly string[])[];

  beforeAll(() => {
    const cases = [...FORBIDDEN, ...ALLOWED].map(([, file, code]) => ({ file: join(__dirname, '..', file), code }));
    const run = spawnSync(process.execPath, [join(__dirname, 'testing/lint-snippets.mjs')], {
      input: JSON.stringify(cases),
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    complaints = JSON.parse(run.stdout.split('\n').at(-1) ?? '') as string[][];
  }, 120_000);

  it.each(FORBIDDEN.map(([title, , , rule], index) => ({ title, rule, index })))('$title', ({ rule, index }) => {
    expect(complaints[index]).toContain(rule);
  });

  it.each(ALLOWED.map(([title], index) => ({ title, index: FORBIDDEN.length + index })))('$title', ({ index }) => {
    expect(complaints[index]).not.toContain(WALL);
  });
});
