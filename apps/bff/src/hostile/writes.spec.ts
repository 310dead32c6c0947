import { z } from 'zod';
import { SAME_ORIGIN } from '../testing/bff-under-test';
import { JSON_TYPE } from './samples';
import { ALL_ROUTES, type Hostile, type Person, startWorld, targetOf, type World } from './world';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const NODE_7 = { nodeId: 7, communityId: 1, plantId: 1, invitationId: 1, letterId: 1 };
const IDS = { userId: NOBODY, sessionId: NOBODY, passkeyId: NOBODY, ...NODE_7 };
/** Somebody who gets past the guard, so that it is the body that is refused. */
const ALLOWED = { node: 'anna', member: 'anna', operator: 'otto', administrator: 'ada' } as const;
const whoMay = (access: string): Person => (ALLOWED as Record<string, Person>)[access] ?? 'anna';

const WRITES = ALL_ROUTES.filter(([, { method }]) => method !== 'GET');
const WITH_BODY = WRITES.filter(([, { schemas }]) => schemas.body !== undefined);
/** Keys with which somebody might try to give themselves more than is theirs. */
const MORE = { userId: NOBODY, role: 'server', administers: true, operates: [1], nodes: [9], isVerified: true };
const DEEP = `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;

describe('hostile writes', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.bff.stop());
  beforeEach(() => world.bff.engine.reset());

  const rights = () =>
    world.bff.dataSource.query(
      `SELECT u.email, (SELECT count(*) FROM user_role r WHERE r.user_id = u.id) AS roles,
        (SELECT count(*) FROM user_node n WHERE n.user_id = u.id) AS nodes,
        EXISTS (SELECT FROM server_administrator a WHERE a.user_id = u.id) AS administers FROM user_account u ORDER BY 1`,
    );

  it.each(WRITES)('are refused from pages of other sites: %s', async (_, route) => {
    const target = targetOf(route, IDS);
    const call: Hostile = { method: route.method, as: whoMay(route.access), body: '{}' };
    const origins: Readonly<Record<string, string>>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      {},
    ];
    for (const origin of origins) {
      await world.refuses(target, 403, 'cross-site', { ...call, headers: { ...JSON_TYPE, ...origin } });
    }
  });

  it.each(WITH_BODY)('have no place for more than is asked: %s', (_, { schemas }) => {
    const open = (schema: unknown): string[] => {
      if (typeof schema !== 'object' || schema === null) return [];
      const { type, additionalProperties, properties } = schema as Record<string, unknown>;
      const names = Object.keys((properties ?? {}) as object);
      const own = type === 'object' && names.length > 0 && additionalProperties !== false ? [names.join()] : [];
      return [...own, ...Object.values(schema).flatMap(open)];
    };
    expect(open(z.toJSONSchema(schemas.body as z.ZodType, { io: 'input', unrepresentable: 'any' }))).toEqual([]);
  });

  it.each(WITH_BODY)('are refused with keys that give more rights, and give none: %s', async (_, route) => {
    const before = await rights();
    const body = JSON.stringify({ ...MORE, constructor: { prototype: { role: 'server' } } });
    const headers = { ...SAME_ORIGIN, ...JSON_TYPE };
    const as = whoMay(route.access);
    await world.refuses(targetOf(route, IDS), 400, 'bad-request', { method: route.method, as, headers, body });
    expect(await rights()).toEqual(before);
  });

  const texts: readonly (readonly [string, string, Readonly<Record<string, string>>, number, string])[] = [
    ['a text', 'x=1', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
    ['a form', 'x=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
    [
      'a form with a file',
      '--x--',
      { 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'unsupported-media-type',
    ],
    ['XML', '<a/>', { 'content-type': 'application/xml' }, 415, 'unsupported-media-type'],
    ['half of a JSON text', '{"a":', JSON_TYPE, 400, 'bad-request'],
    ['a bare string', '"a"', JSON_TYPE, 400, 'bad-request'],
    ['an array', '[]', JSON_TYPE, 400, 'bad-request'],
    ['arrays in arrays', DEEP, JSON_TYPE, 400, 'bad-request'],
    ['a prototype', '{"__proto__":{"role":"server"}}', JSON_TYPE, 400, 'bad-request'],
    ['compressed JSON', 'x', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 415, 'unsupported-media-type'],
  ];
  const rows = WITH_BODY.flatMap(([name, route]) => texts.map((text) => ({ name, route, what: text[0], text })));
  it.each(rows)('are refused with $what: $name', async ({ route, text: [, body, type, status, code] }) => {
    const headers = { ...SAME_ORIGIN, ...type };
    await world.refuses(targetOf(route, IDS), status, code, {
      method: route.method,
      as: whoMay(route.access),
      headers,
      body,
    });
  });

  it('take the last of two keys of one name, as their parser and their check both do', async () => {
    const body = '{"kind":"never-lose","kind":"greedy"}';
    const headers = { ...SAME_ORIGIN, ...JSON_TYPE };
    await world.refuses('/api/engine/node/7/strategy', 400, 'bad-request', { method: 'PUT', headers, body });
  });
});
