import { SAME_ORIGIN } from '../testing/bff-under-test';
import { refusesEach, worldOfSuite } from './refusals';
import { CSV_TYPE, JSON_TYPE, POST_PLANT, postPlant, PUT_STRATEGY, STRATEGY } from './samples';
import { E, type Row } from './world';

const BODIES: readonly Row[] = [
  [
    'a JSON body that is too large',
    `${E}/node/7/strategy`,
    413,
    'payload-too-large',
    { ...PUT_STRATEGY, body: `{"kind":"${'x'.repeat(20_000)}"}` },
  ],
  [
    'a JSON body that is too large, in chunks',
    `${E}/node/7/strategy`,
    413,
    'payload-too-large',
    {
      method: 'PUT',
      headers: { ...SAME_ORIGIN, ...JSON_TYPE, 'transfer-encoding': 'chunked' },
      body: `5000\r\n{"kind":"${'x'.repeat(0x5000 - 11)}"}\r\n0\r\n\r\n`,
    },
  ],
  [
    'a CSV body that says it is too large',
    `${E}/community/1/readings`,
    413,
    'payload-too-large',
    { method: 'POST', as: 'otto', headers: { ...SAME_ORIGIN, ...CSV_TYPE, 'content-length': '999999999' }, body: 'n' },
  ],
  ['a plant of an unknown kind', `${E}/node/7/plants`, 400, 'bad-request', postPlant({ kind: 'windmill' })],
  ['a plant of two kinds', `${E}/node/7/plants`, 400, 'bad-request', postPlant({ tiltDeg: 30 })],
  ["a plant with another's node", `${E}/node/7/plants`, 400, 'bad-request', postPlant({ nodeId: 9 })],
  ['a battery of no capacity', `${E}/node/7/plants`, 400, 'bad-request', postPlant({ capacityWh: 0 })],
  [
    'a plant without proof of its origin',
    `${E}/node/7/plants`,
    403,
    'cross-site',
    { ...POST_PLANT, headers: JSON_TYPE },
  ],
  ['broken JSON', `${E}/node/7/strategy`, 400, 'bad-request', { ...PUT_STRATEGY, body: '{"kind":' }],
  ['no body', `${E}/node/7/strategy`, 415, 'unsupported-media-type', { ...PUT_STRATEGY, body: undefined }],
  [
    'an unknown field',
    `${E}/node/7/strategy`,
    400,
    'bad-request',
    { ...PUT_STRATEGY, body: STRATEGY.replace('{', '{"nodeId":9,') },
  ],
  [
    'a prototype in a body',
    `${E}/node/7/strategy`,
    400,
    'bad-request',
    { ...PUT_STRATEGY, body: STRATEGY.replace('{', '{"__proto__":{"role":"server"},') },
  ],
  [
    'a form',
    `${E}/node/7/strategy`,
    415,
    'unsupported-media-type',
    {
      method: 'PUT',
      headers: { ...SAME_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'kind=never-lose',
    },
  ],
  [
    'JSON in the name of text',
    `${E}/node/7/strategy`,
    415,
    'unsupported-media-type',
    { method: 'PUT', headers: { ...SAME_ORIGIN, 'content-type': 'text/plain' }, body: STRATEGY },
  ],
  [
    'JSON where CSV belongs',
    `${E}/community/1/readings`,
    415,
    'unsupported-media-type',
    { method: 'POST', as: 'otto', headers: { ...SAME_ORIGIN, ...JSON_TYPE }, body: '[]' },
  ],
  [
    'compressed CSV',
    `${E}/community/1/readings`,
    415,
    'unsupported-media-type',
    { method: 'POST', as: 'otto', headers: { ...SAME_ORIGIN, ...CSV_TYPE, 'content-encoding': 'gzip' }, body: 'x' },
  ],
  [
    'two lengths (request smuggling)',
    `${E}/node/7/strategy`,
    400,
    null,
    { ...PUT_STRATEGY, headers: { ...PUT_STRATEGY.headers, 'transfer-encoding': 'chunked', 'content-length': '5' } },
  ],
];

describe('hostile bodies', () => {
  const world = worldOfSuite();
  refusesEach(world, BODIES);
});
