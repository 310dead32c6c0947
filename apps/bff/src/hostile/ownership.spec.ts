import type { Access } from '@ceex/contracts';
import { randomUUID } from 'node:crypto';
import { SAME_ORIGIN } from '../testing/bff-under-test';
import { JSON_TYPE } from './samples';
import { ALL_ROUTES, type Person, startWorld, targetOf, type World } from './world';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const OWNED = { nodeId: 7, communityId: 1, plantId: 1, invitationId: 1, letterId: 1 } as const;
const IDS = { userId: NOBODY, sessionId: NOBODY, passkeyId: NOBODY, ...OWNED };

/** Who has no business with what belongs to Anna at node 7 and to Otto in community 1, whatever else they may. */
const OUTSIDERS: Readonly<Record<Access, readonly Person[]>> = {
  public: [],
  'signed-in': [],
  node: ['ben', 'otto', 'olga', 'ada'],
  member: ['ben', 'olga', 'ada'],
  operator: ['anna', 'ben', 'olga', 'ada'],
  administrator: ['anna', 'otto'],
  server: ['anna', 'otto', 'ada'],
};

/** Things of others, asked for in the name of somebody who may ask for things of that kind. Each has its own attack. */
const FOREIGN: Readonly<Record<string, readonly [Person, Readonly<Record<string, unknown>>, object?]>> = {
  endSession: ['ben', { sessionId: 'anna' }],
  renamePasskey: ['ben', { passkeyId: 'anna' }, { name: 'mine' }],
  removePasskey: ['ben', { passkeyId: 'anna' }, {}],
  getLocalLetter: ['ben', { letterId: 'letter' }],
  retryCommunityMail: ['olga', { communityId: 2, letterId: 'letter' }],
  retryServerMail: ['ada', { letterId: 'letter' }],
  resendInvitation: ['olga', { communityId: 2, invitationId: 'invitation' }],
  withdrawInvitation: ['olga', { communityId: 2, invitationId: 'invitation' }],
  withdrawShare: ['ben', { nodeId: 9, invitationId: 'invitation' }],
  endShare: ['ben', { nodeId: 9, userId: 'annaId' }],
  addMemberNode: ['olga', { communityId: 2, userId: 'annaId' }, { nodeId: 9 }],
  removeMemberNode: ['olga', { communityId: 2, userId: 'annaId', nodeId: 7 }],
  makeOperator: ['olga', { communityId: 2, userId: 'annaId' }],
  unmakeOperator: ['olga', { communityId: 2, userId: 'annaId' }],
};
/** These name an object of the engine beside its node; the engine's own tests show that it looks for both together. */
const OF_THE_ENGINE = ['engine PUT /node/:nodeId/plants/:plantId', 'engine DELETE /node/:nodeId/plants/:plantId'];

describe('hostile uses of what belongs to others', () => {
  let world: World;
  const foreign: Record<string, string> = {};

  beforeAll(async () => {
    world = await startWorld();
    const payload = Buffer.from(world.cookies.anna.split('.')[1] ?? '', 'base64url').toString();
    const { sub: annaId, sid } = JSON.parse(payload) as { sub: string; sid: string };
    const insert = async (sql: string, values: unknown[]) =>
      String((await world.bff.dataSource.query<{ id: unknown }[]>(sql, values))[0]?.id);
    foreign['annaId'] = annaId;
    foreign['sessionId'] = sid;
    foreign['passkeyId'] = await insert(
      `INSERT INTO passkey VALUES ($1, $2, 'x', '\\x00', 0, '{}', $1, false, false, 'phone', now()) RETURNING id`,
      [randomUUID(), annaId],
    );
    foreign['invitation'] = await insert(
      `INSERT INTO invitation (kind, community_id, node_ids, email, language, token_hash, invited_by, sent_at, expires_at)
       VALUES ('share', 1, '{7}', 'guest@example.org', 'de', '\\x01', $1, now(), now() + interval '1 day') RETURNING id`,
      [annaId],
    );
    foreign['letter'] = await insert(
      `INSERT INTO letter (community_id, kind, language, recipient, state, attempts, due_at, expires_at)
       VALUES (1, 'invitation', 'de', 'guest@example.org', 'sent', 1, now(), now()) RETURNING id`,
      [],
    );
  });
  afterAll(() => world.bff.stop());
  beforeEach(() => world.bff.engine.reset());

  const asked = (method: string, body: object = {}) =>
    method === 'GET' ? { method } : { method, headers: { ...SAME_ORIGIN, ...JSON_TYPE }, body: JSON.stringify(body) };

  it('know every kind of id that a path can have, and every route with one', () => {
    const named = ALL_ROUTES.flatMap(([, { path }]) => [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name));
    expect(Object.keys(IDS).sort()).toEqual([...new Set(named)].sort());
    const finer = ALL_ROUTES.filter(([, { path, access }]) => {
      const names = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name);
      const guarded =
        access === 'node' ? 'nodeId' : ['member', 'operator', 'administrator'].includes(access) && 'communityId';
      return names.some((name) => name !== guarded);
    });
    expect(finer.map(([name]) => name).sort()).toEqual([...Object.keys(FOREIGN), ...OF_THE_ENGINE].sort());
  });

  const guarded = ALL_ROUTES.filter(([, { access }]) => access !== 'public');
  it.each(guarded)('are refused without a session: %s', async (_, route) => {
    await world.refuses(targetOf(route, IDS), 401, 'unauthenticated', { ...asked(route.method), as: 'nobody' });
  });

  const rows = ALL_ROUTES.flatMap(([name, route]) =>
    OUTSIDERS[route.access].map((as) => ({ name, as, route, of: route.access })),
  );
  it.each(rows)('are refused: $name of $of as $as', async ({ route, as }) => {
    await world.refuses(targetOf(route, IDS), 403, 'forbidden', { ...asked(route.method), as });
  });

  it.each(Object.entries(FOREIGN))('are not found: %s', async (name, [as, params, body]) => {
    const route = ALL_ROUTES.find(([one]) => one === name)?.[1];
    if (!route) throw new Error(`${name} is no route`);
    const ids = Object.fromEntries(
      Object.entries(params).map(([key, value]) => [key, foreign[value === 'anna' ? key : String(value)] ?? value]),
    ) as Record<string, string | number>;
    const before = await everything();
    const answer = await world.send(targetOf(route, ids), { ...asked(route.method, body), as });
    const unknown = await world.send(targetOf(route, { ...ids, ...unknownOf(ids) }), {
      ...asked(route.method, body),
      as,
    });
    expect([answer.status, JSON.parse(answer.body || '{}').code]).toEqual([
      unknown.status,
      JSON.parse(unknown.body || '{}').code,
    ]);
    expect(answer.body).not.toContain('anna@');
    expect(await everything()).toEqual(before);
    expect(world.bff.engine.received.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  const unknownOf = (ids: Record<string, string | number>) => {
    const [last] = Object.keys(ids)
      .filter((key) => !(key in { nodeId: 1, communityId: 1 }))
      .slice(-1);
    return last === undefined ? {} : { [last]: last === 'letterId' || last === 'invitationId' ? 99_999 : randomUUID() };
  };

  /** What the attacks are after. */
  const everything = () =>
    world.bff.dataSource.query(`
      SELECT (SELECT json_agg(s.ended_at ORDER BY s.id) FROM session s) AS sessions,
        (SELECT json_agg(p ORDER BY p.id) FROM passkey p) AS passkeys,
        (SELECT json_agg(i ORDER BY i.id) FROM invitation i) AS invitations,
        (SELECT json_agg(l.state ORDER BY l.id) FROM letter l WHERE l.recipient = 'guest@example.org') AS letters,
        (SELECT json_agg(n ORDER BY n.user_id, n.node_id) FROM user_node n) AS nodes,
        (SELECT json_agg(r ORDER BY r.user_id) FROM user_role r) AS roles`);
});
