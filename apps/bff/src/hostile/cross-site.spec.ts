import { refusesEach, worldOfSuite } from './refusals';
import { JSON_TYPE, PUT_STRATEGY } from './samples';
import { E, type Row } from './world';

const ORIGINS: readonly Row[] = [
  ['sec-fetch-site cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['sec-fetch-site same-site', { 'sec-fetch-site': 'same-site' }],
  ['sec-fetch-site none', { 'sec-fetch-site': 'none' }],
  ['the origin of another site', { origin: 'https://evil.example' }],
  ['the origin null', { origin: 'null' }],
  ['another port of this host', { origin: 'http://127.0.0.1:1' }],
  ['a forwarded host of the same name', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
  ['a cookie and no proof of origin', {}],
].map(([name, headers]) => [
  `a write with ${name as string}`,
  `${E}/node/7/strategy`,
  403,
  'cross-site',
  { ...PUT_STRATEGY, headers: { ...JSON_TYPE, ...(headers as Record<string, string>) } },
]);

describe('hostile pages of other sites', () => {
  const world = worldOfSuite();
  refusesEach(world, ORIGINS);
});
