import {
  type BffUnderTest,
  cookiesOf,
  PASSWORD,
  SAME_ORIGIN,
  SESSION_SECRET,
  startBff,
} from '../testing/bff-under-test';
import { watchLetters } from '../testing/watch-letters';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('own sessions', () => {
  let bff: BffUnderTest;
  beforeAll(async () => {
    bff = await startBff();
  });
  afterAll(() => bff.stop());

  const login = async (name: string) =>
    cookiesOf(
      await bff
        .http()
        .post('/api/auth/login')
        .set('user-agent', FIREFOX)
        .send({ email: `${name}@example.org`, password: PASSWORD })
        .expect(200),
    );
  const list = async (session: string) =>
    (await bff.http().get('/api/auth/sessions').set('cookie', session).expect(200)).body.sessions;
  const end = (session: string, id = '') =>
    bff
      .http()
      .delete(`/api/auth/sessions${id && `/${id}`}`)
      .set(SAME_ORIGIN)
      .set('cookie', session);
  const refresh = (cookie: string) => bff.http().post('/api/auth/refresh').set(SAME_ORIGIN).set('cookie', cookie);

  it('are listed with what their user knows them by, and nothing of others', async () => {
    const [here] = [await login('anna'), await login('anna'), await login('ben')];
    const sessions = await list(here.session);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ device: 'Firefox on Linux', endedForReuseAt: null });
    const rows = JSON.stringify(await bff.dataSource.query('SELECT * FROM session'));
    expect(rows).not.toMatch(/Mozilla|127\.0\.0\.1|::1/);
  });

  it('are ended one by one; somebody else’s are not there', async () => {
    const [here, there, ben] = [await login('anna'), await login('anna'), await login('ben')];
    const idOf = async (session: string) =>
      (await list(session)).find(({ current }: { current: boolean }) => current).sessionId as string;
    const [theirs, bens] = [await idOf(there.session), await idOf(ben.session)];
    await end(here.session, bens).expect(404);
    await list(ben.session);
    await end(here.session, theirs).expect(204);
    await bff.http().get('/api/auth/me').set('cookie', there.session).expect(401);
    await end(here.session, theirs).expect(404);
    await end(here.session, 'not-an-id').expect(400);
    await end(here.session, await idOf(here.session)).expect(204);
    await bff.http().get('/api/auth/me').set('cookie', here.session).expect(401);
  });

  it('are ended all but one', async () => {
    const [here, there] = [await login('anna'), await login('anna')];
    await end(here.session).expect(204);
    expect(await list(here.session)).toHaveLength(1);
    await refresh(there.refresh).expect(401);
  });

  it('tell their user when a token was used twice, in the list and by a letter', async () => {
    const letters = watchLetters(bff.app);
    const [here, copied] = [await login('otto'), await login('otto')];
    const second = cookiesOf(await refresh(copied.refresh).expect(200));
    await refresh(second.refresh).expect(200);
    await refresh(copied.refresh).expect(401);
    const ended = (await list(here.session)).filter(
      ({ endedForReuseAt }: { endedForReuseAt: string | null }) => endedForReuseAt !== null,
    );
    expect(ended).toMatchObject([{ device: 'Firefox on Linux', current: false }]);
    expect(await letters.to('otto@example.org')).toMatchObject([
      { kind: 'session-reused', data: { device: 'Firefox on Linux', at: expect.stringMatching(/Z$/) } },
    ]);
    expect(await bff.dataSource.query("SELECT * FROM audit_entry WHERE action = 'session-reused'")).toHaveLength(1);
  });
});

describe('a change of session keys', () => {
  it('signs nobody out', async () => {
    const before = await startBff();
    const { session, refresh } = await before.signIn('anna');
    const NEW = 'n'.repeat(40);
    const after = await startBff({
      DATABASE_URL: before.config.DATABASE_URL,
      SESSION_SECRET: '',
      SESSION_KEYS: `2026:${NEW},0:${SESSION_SECRET}`,
    });
    try {
      await after.http().get('/api/auth/me').set('cookie', session).expect(200);
      const answer = await after.http().post('/api/auth/refresh').set(SAME_ORIGIN).set('cookie', refresh).expect(200);
      const head = JSON.parse(
        Buffer.from(cookiesOf(answer).session.split('=')[1] ?? '', 'base64url')
          .toString()
          .split('}')[0] + '}',
      );
      expect(head.kid).toBe('2026');
    } finally {
      await after.stop();
      await before.stop();
    }
  });
});
