import { type BffUnderTest, PASSWORD, SAME_ORIGIN, startBff } from '../testing/bff-under-test';
import { answerForHousehold } from '../testing/household-answers';
import { watchLetters, type WatchedLetters } from '../testing/watch-letters';

describe('my data', () => {
  let bff: BffUnderTest;
  let letters: WatchedLetters;
  beforeAll(async () => {
    bff = await startBff();
    letters = watchLetters(bff.app);
  });
  afterAll(() => bff.stop());
  beforeEach(() => bff.engine.reset());

  const download = (session: string) => bff.http().get('/api/auth/me/data').set('cookie', session);
  const remove = (session: string, password = PASSWORD) =>
    bff.http().post('/api/auth/me/delete').set(SAME_ORIGIN).set('cookie', session).send({ password });
  const rows = (sql: string, ...values: unknown[]) => bff.dataSource.query<object[]>(sql, values);

  it('come as one file, with the parts of both programs and no secret', async () => {
    const { session } = await bff.signIn('anna');
    bff.engine.answer = answerForHousehold;
    const answer = await download(session).expect(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename=my-data.json');
    expect(answer.headers['cache-control']).toBe('no-store');
    const data = JSON.parse(answer.text);
    expect(data.account).toMatchObject([{ email: 'anna@example.org' }]);
    expect(data.sessions).toHaveLength(1);
    expect(data.nodes).toMatchObject([{ nodeId: 7, communityId: 1 }]);
    expect(data.households).toMatchObject([{ nodeId: 7, profile: { label: 'Anna’s house' } }]);
    expect(data.households[0].days).toHaveLength(1);
    expect(data.households[0].trades.map(({ id }: { id: string }) => id)).toEqual(['t1', 't2', 't3']);
    expect(answer.text).not.toMatch(/argon2|token_?hash|ben@|otto@/i);
    for (const { headers } of bff.engine.received) {
      const claims = JSON.parse(Buffer.from(String(headers.authorization).split('.')[1] ?? '', 'base64url').toString());
      expect(claims.nodes).toEqual([7]);
    }
  });

  it('tell that the engine is away instead of coming in part', async () => {
    const { session } = await bff.signIn('anna');
    bff.engine.answer = (_, response) => response.writeHead(500).end('{}');
    expect((await download(session)).status).toBeGreaterThanOrEqual(500);
  });

  it('of somebody without a node come without the engine', async () => {
    const { session } = await bff.signIn('otto');
    const data = JSON.parse((await download(session).expect(200)).text);
    expect(data).toMatchObject({ households: [], roles: [{ communityId: 1, role: 'operator' }] });
    expect(bff.engine.received).toEqual([]);
  });

  it('are for whoever is signed in', async () => {
    await bff.http().get('/api/auth/me/data').expect(401);
    await bff.http().post('/api/auth/me/delete').send({ password: PASSWORD }).expect(401);
  });

  it('are deleted for nobody who does not know the password', async () => {
    const { session } = await bff.signIn('anna');
    expect((await remove(session, 'wrong').expect(422)).body.code).toBe('wrong-password');
    await bff.http().get('/api/auth/me').set('cookie', session).expect(200);
  });

  it('of the last operator of a community are not deleted', async () => {
    const { session } = await bff.signIn('otto');
    expect((await remove(session).expect(409)).body.code).toBe('last-operator');
    await bff.http().get('/api/auth/me').set('cookie', session).expect(200);
  });

  it('of one of two operators are deleted, but of two at once only one’s', async () => {
    const [{ id }] = (await rows("SELECT id FROM user_account WHERE email = 'ben@example.org'")) as [{ id: string }];
    await rows("INSERT INTO user_role (user_id, community_id, role) VALUES ($1, 1, 'operator')", id);
    const [one, two] = [await bff.signIn('otto'), await bff.signIn('ben')];
    const answers = await Promise.all([remove(one.session), remove(two.session)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('are gone at once, and what is kept is said plainly', async () => {
    const [here, there] = [await bff.signIn('anna'), await bff.signIn('anna')];
    const [{ id }] = (await rows("SELECT id FROM user_account WHERE email = 'anna@example.org'")) as [{ id: string }];
    await bff.http().post('/api/auth/request-reset-email').send({ email: 'anna@example.org' }).expect(204);
    const token = await letters.token('anna@example.org', 'reset-password');
    const answer = await remove(here.session).expect(200);
    expect(answer.body).toEqual({ kept: ['ledger', 'readings', 'audit-ids'] });
    for (const { session } of [here, there]) await bff.http().get('/api/auth/me').set('cookie', session).expect(401);
    await bff.http().post('/api/auth/login').send({ email: 'anna@example.org', password: PASSWORD }).expect(401);
    await bff.http().post('/api/auth/reset-password').send({ token, password: 'back again please' }).expect(410);
    expect((await letters.to('anna@example.org')).at(-1)?.kind).toBe('account-deleted');
    expect(
      await rows("SELECT * FROM letter WHERE recipient = 'anna@example.org' AND kind <> 'account-deleted'"),
    ).toEqual([]);
    for (const table of ['session', 'user_node', 'user_role', 'one_time_token', 'passkey', 'totp_factor'])
      expect(await rows(`SELECT * FROM ${table} WHERE user_id = $1`, id)).toEqual([]);
    expect(
      await rows("SELECT * FROM audit_entry WHERE action = 'account-deleted' AND actor_id = $1", id),
    ).toMatchObject([{ community_id: 1, before: { nodes: [7] } }]);
  });
});
