import { SAME_ORIGIN } from '../testing/bff-under-test';
import { rawRequest } from '../testing/raw-request';
import { refusesEach, worldOfSuite } from './refusals';
import { PUT_STRATEGY } from './samples';
import { E, METRICS, REPLAY, type Row } from './world';

const PATHS: readonly Row[] = [
  ['founding a community', `${E}/community`, 404, 'not-found', { ...PUT_STRATEGY, method: 'POST', as: 'otto' }],
  ['an unknown path', `${E}/admin`, 404, 'not-found'],
  ['the prefix alone', E, 404, 'not-found'],
  ["the engine's health", `${E}/health/ready`, 404, 'not-found'],
  ["the engine's documents", `${E}/openapi.json`, 404, 'not-found'],
  ['another prefix', '/api/engines/node/7', 404, 'not-found'],
  ['capitals in the prefix', '/API/engine/node/7', 404, 'not-found'],
  ['capitals in the path', `${E}/NODE/7`, 404, 'not-found'],
  ['a trailing slash', `${E}/node/7/`, 404, 'not-found'],
  ['a dot segment', `${E}/node/7/../9`, 404, 'not-found'],
  ['a dot segment out of the prefix', `${E}/../engine/node/9`, 404, 'not-found'],
  ['a single dot', `${E}/./node/7`, 404, 'not-found'],
  ['an encoded dot segment', `${E}/node/7/%2e%2e/9`, 404, 'not-found'],
  ['a half-encoded dot segment', `${E}/node/7/.%2E/9`, 404, 'not-found'],
  ['an encoded slash', `${E}/node/7%2f..%2f9`, 404, 'not-found'],
  ['double encoding', `${E}/node/7/%252e%252e/9`, 404, 'not-found'],
  ['an encoded letter', `${E}/n%6fde/9`, 404, 'not-found'],
  ['an encoded prefix', '/%61pi/engine/node/9', 404, 'not-found'],
  ['an empty segment', `${E}//node/9`, 404, 'not-found'],
  ['a host in the path', '//evil.example/api/engine/node/7', 404, 'not-found'],
  ['a backslash', `${E}/node/7\\..\\9`, 404, 'not-found'],
  ['an encoded backslash', `${E}/node/7%5c..%5c9`, 404, 'not-found'],
  ['a matrix parameter', `${E}/node/7;nodeId=9`, 404, 'not-found'],
  ['an at sign', `${E}@evil.example/node/7`, 404, 'not-found'],
  ['an encoded line break', `${E}/node/7%0d%0aX-Role:%20server`, 404, 'not-found'],
  ['a null byte', `${E}/node/7%00`, 404, 'not-found'],
  ['a letter beyond ASCII', `${E}/node/\u00b7`, 400, null],
  ['a fragment', `${E}/node/7#/9`, 404, 'not-found'],
  ['a target that is too long', `${E}/node/${'7'.repeat(3_000)}`, 404, 'not-found'],
  ['a target beyond all limits', `${E}/node/${'7'.repeat(20_000)}`, 431, null],
  ['an absolute target', `http://evil.example${E}/node/7`, 404, 'not-found'],
  ['an absolute target without a host', 'http:///api/engine/node/7', 404, 'not-found'],
  ['the asterisk', '*', 404, 'not-found', { method: 'OPTIONS' }],
  ['a line break in the target', `${E}/node/7\r\nX-Role: server\r\n\r\n`, 400, null],
  ['a space in the target', `${E}/node/7 HTTP/1.1 /node/9`, 400, null],
];

const KEYS: readonly Row[] = ['007', '7e0', '0x7', '-7', '+7', '7.0', '99999999999', '2147483648', 'NaN'].map((key) => [
  `the node id ${key}`,
  `${E}/node/${key}`,
  key.startsWith('+') ? 404 : 400,
  key.startsWith('+') ? 'not-found' : 'bad-request',
]);

const METHODS: readonly Row[] = [
  ['deleting a node', `${E}/node/7`, 405, 'method-not-allowed', { method: 'DELETE', headers: SAME_ORIGIN }],
  ['deleting all plants', `${E}/node/7/plants`, 405, 'method-not-allowed', { method: 'DELETE', headers: SAME_ORIGIN }],
  ['reading one plant', `${E}/node/7/plants/1`, 405, 'method-not-allowed'],
  ['posting events', `${E}/community/1/events`, 405, 'method-not-allowed', { method: 'POST', headers: SAME_ORIGIN }],
  ['posting metrics', METRICS, 405, 'method-not-allowed', { method: 'POST', headers: SAME_ORIGIN }],
  ['posting a replay', REPLAY, 405, 'method-not-allowed', { method: 'POST', headers: SAME_ORIGIN }],
  ['patching a strategy', `${E}/node/7/strategy`, 405, 'method-not-allowed', { ...PUT_STRATEGY, method: 'PATCH' }],
  ['the method OPTIONS', `${E}/node/7`, 405, 'method-not-allowed', { method: 'OPTIONS' }],
  ['the method TRACE', `${E}/node/7`, 405, 'method-not-allowed', { method: 'TRACE', headers: SAME_ORIGIN }],
  ['an invented method', `${E}/node/7`, 400, null, { method: 'SMUGGLE' }],
  [
    'a method in a header',
    `${E}/node/7`,
    405,
    'method-not-allowed',
    { method: 'POST', headers: { ...SAME_ORIGIN, 'x-http-method-override': 'GET' } },
  ],
];

const rows = [...PATHS, ...KEYS, ...METHODS];

describe('hostile paths and headers', () => {
  const world = worldOfSuite();

  it('are told from honest ones: the same request, in order, gets through', async () => {
    expect((await world().send(METRICS)).status).toBe(200);
    expect((await world().send(`${E}/node/7/strategy`, PUT_STRATEGY)).status).toBe(200);
    expect(world().bff.engine.received.length).toBeGreaterThanOrEqual(2);
  });

  refusesEach(world, rows);

  it.each([
    ['a line break inside a header', 'x-note: a\rb'],
    ['a header without a colon', 'x-role server'],
    ['a header name with a space', 'x role: server'],
  ])('refuses %s', async (_, line) => {
    const head = `GET ${METRICS} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncookie: ${world().cookies.anna}\r\n${line}\r\n\r\n`;
    expect((await rawRequest(world().bff.port, head)).status).toBe(400);
    expect(world().bff.engine.received).toEqual([]);
  });
});
