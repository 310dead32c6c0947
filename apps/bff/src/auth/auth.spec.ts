import { LANGUAGES, SIGNED_IN_HINT } from '@ceex/contracts';
import type { Response } from 'supertest';
import { type BffUnderTest, cookiesOf, PASSWORD, SAME_ORIGIN, startBff } from '../testing/bff-under-test';

const ANNA = { email: 'anna@example.org', password: PASSWORD };
const attributesOf = (answer: Response, name: string) => {
  const set = (answer.headers['set-cookie'] ?? []) as unknown as string[];
  return (set.find((cookie) => cookie.startsWith(`${name}=`)) ?? '').split('; ').slice(1);
};

describe('signing in', () => {
  let bff: BffUnderTest;
  beforeAll(async () => {
    bff = await startBff();
  });
  afterAll(() => bff.stop());

  const login = (body: object) => bff.http().post('/api/auth/login').send(body);
  const post = (path: string, cookie: string) => bff.http().post(path).set(SAME_ORIGIN).set('cookie', cookie);
  const me = (cookie: string) => bff.http().get('/api/auth/me').set('cookie', cookie);

  it('answers with the user, and puts both tokens where no script reads them', async () => {
    const answer = await login({ ...ANNA, email: ' Anna@Example.ORG'.trim() }).expect(200);
    expect(answer.body).toEqual({
      userId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email: 'anna@example.org',
      language: 'en',
      operates: [],
      administers: false,
      nodes: [{ nodeId: 7, communityId: 1 }],
    });
    expect(attributesOf(answer, 'ceex_session')).toEqual(
      expect.arrayContaining(['Path=/api', 'HttpOnly', 'SameSite=Strict', 'Max-Age=600']),
    );
    expect(attributesOf(answer, 'ceex_refresh')).toEqual(
      expect.arrayContaining(['Path=/api/auth', 'HttpOnly', 'SameSite=Strict', 'Max-Age=2592000']),
    );
    expect(attributesOf(answer, 'ceex_session')).not.toContain('Secure');
    const { session, refresh } = cookiesOf(answer);
    for (const secret of [session, refresh]) expect(answer.text).not.toContain(secret.split('=')[1]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await me(session).expect(200)).body).toEqual(answer.body);
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    const wrong = await login({ ...ANNA, password: 'wrong' }).expect(401);
    const unknown = await login({ ...ANNA, email: 'nobody@example.org' }).expect(401);
    const plain = ({ body }: Response) => ({ ...body, requestId: undefined });
    expect(plain(wrong)).toEqual(plain(unknown));
    expect(wrong.body.code).toBe('wrong-credentials');
    expect([wrong.headers['set-cookie'], unknown.headers['set-cookie']]).toEqual([undefined, undefined]);
  });

  it.each([
    ['no password', { email: ANNA.email }, 'body.password'],
    ['no address', { ...ANNA, email: 'anna' }, 'body.email'],
    ['an unknown field', { ...ANNA, role: 'operator' }, 'body'],
  ])('refuses %s, naming the field', async (_, body, path) => {
    const answer = await login(body).expect(400);
    expect(answer.body.errors).toEqual([{ path, message: expect.any(String) }]);
  });

  it('refuses a sign-in from another site', async () => {
    const answer = await login(ANNA).set('origin', 'https://evil.example').expect(403);
    expect(answer.body.code).toBe('cross-site');
  });

  it('takes a sign-in from its own pages, by either proof', async () => {
    await login(ANNA).set('origin', `http://127.0.0.1:${bff.port}`).set('host', `127.0.0.1:${bff.port}`).expect(200);
    await login(ANNA).set(SAME_ORIGIN).expect(200);
  });

  it('rotates the refresh token and keeps the session', async () => {
    const first = await bff.signIn('anna');
    const answer = await post('/api/auth/refresh', first.refresh).expect(200);
    const second = cookiesOf(answer);
    expect(answer.body.email).toBe(ANNA.email);
    expect(second.refresh).not.toBe(first.refresh);
    await me(second.session).expect(200);
    await post('/api/auth/refresh', second.refresh).expect(200);
  });

  it('lets a second tab renew with the token before, without a token of its own', async () => {
    const first = await bff.signIn('anna');
    const [one, two] = await Promise.all([
      post('/api/auth/refresh', first.refresh),
      post('/api/auth/refresh', first.refresh),
    ]);
    expect([one.status, two.status]).toEqual([200, 200]);
    const given = [cookiesOf(one).refresh, cookiesOf(two).refresh].filter(Boolean);
    expect(given).toHaveLength(1);
    await post('/api/auth/refresh', given[0] ?? '').expect(200);
  });

  it('ends the session everywhere when a token comes back that was rotated away', async () => {
    const first = await bff.signIn('anna');
    const second = cookiesOf(await post('/api/auth/refresh', first.refresh));
    const third = cookiesOf(await post('/api/auth/refresh', second.refresh));
    const stolen = await post('/api/auth/refresh', first.refresh).expect(401);
    expect(attributesOf(stolen, 'ceex_session')).toContain('Expires=Thu, 01 Jan 1970 00:00:00 GMT');
    await post('/api/auth/refresh', third.refresh).expect(401);
    await me(third.session).expect(401);
  });

  it.each(['', 'ceex_refresh=', 'ceex_refresh=junk', `ceex_refresh=${'0'.repeat(36)}.${'a'.repeat(43)}`])(
    'renews nothing for %p',
    async (cookie) => {
      const answer = await post('/api/auth/refresh', cookie).expect(401);
      expect(answer.body.code).toBe('unauthenticated');
    },
  );

  it('signs out: both cookies go, and neither token works again', async () => {
    const { session, refresh } = await bff.signIn('anna');
    const answer = await post('/api/auth/logout', `${session}; ${refresh}`).expect(204);
    for (const name of ['ceex_session', 'ceex_refresh']) {
      expect(attributesOf(answer, name)).toContain('Expires=Thu, 01 Jan 1970 00:00:00 GMT');
    }
    await me(session).expect(401);
    await post('/api/auth/refresh', refresh).expect(401);
  });

  it.each(['session', 'refresh'] as const)('signs out with the %s cookie alone', async (which) => {
    const cookies = await bff.signIn('anna');
    await post('/api/auth/logout', cookies[which]).expect(204);
    await me(cookies.session).expect(401);
    await post('/api/auth/refresh', cookies.refresh).expect(401);
  });

  it('signs out harmlessly when nobody is signed in', async () => {
    await bff.http().post('/api/auth/logout').expect(204);
  });

  it('leaves other sessions of the user alone at sign-out, and ends the old one of this browser at sign-in', async () => {
    const [phone, laptop] = [await bff.signIn('anna'), await bff.signIn('anna')];
    await post('/api/auth/logout', laptop.refresh).expect(204);
    await me(phone.session).expect(200);
    await login(ANNA).set(SAME_ORIGIN).set('cookie', phone.refresh).expect(200);
    await me(phone.session).expect(401);
  });

  it('tells our pages that there may be a session, by a cookie that says nothing else', async () => {
    const attributes = attributesOf(await login(ANNA).expect(200), SIGNED_IN_HINT);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'SameSite=Strict']));
    expect(attributes).not.toContain('HttpOnly');
    const { refresh } = await bff.signIn('anna');
    const left = await post('/api/auth/logout', refresh);
    expect(attributesOf(left, SIGNED_IN_HINT)).toContain('Expires=Thu, 01 Jan 1970 00:00:00 GMT');
  });

  it('keeps the language that the user chose', async () => {
    const { session } = await bff.signIn('ben');
    const put = (language: string) =>
      bff.http().put('/api/auth/me/language').set(SAME_ORIGIN).set('cookie', session).send({ language });
    for (const language of LANGUAGES) {
      expect((await put(language).expect(200)).body.language).toBe(language);
      expect((await me(session)).body.language).toBe(language);
    }
    await put('rm').expect(400);
    await bff.http().put('/api/auth/me/language').send({ language: 'de' }).expect(401);
  });

  it('forgets a user at once', async () => {
    const { session, refresh } = await bff.signIn('otto');
    await bff.dataSource.query("DELETE FROM user_account WHERE email = 'otto@example.org'");
    await me(session).expect(401);
    await post('/api/auth/refresh', refresh).expect(401);
  });
});

describe('behind a proxy', () => {
  it.each([
    ['1', 'auto', 'https', true],
    ['1', 'auto', 'http', false],
    ['0', 'auto', 'https', false],
    ['0', 'always', 'http', true],
    ['1', 'never', 'https', false],
  ])('TRUST_PROXY=%s, COOKIE_SECURE=%s, %s: Secure is %p', async (TRUST_PROXY, COOKIE_SECURE, scheme, secure) => {
    const bff = await startBff({ TRUST_PROXY, COOKIE_SECURE });
    try {
      const answer = await bff.http().post('/api/auth/login').set('x-forwarded-proto', scheme).send(ANNA).expect(200);
      expect(attributesOf(answer, 'ceex_session').includes('Secure')).toBe(secure);
      expect(attributesOf(answer, 'ceex_refresh').includes('Secure')).toBe(secure);
    } finally {
      await bff.stop();
    }
  });
});

describe('the limit on sign-ins', () => {
  let bff: BffUnderTest;
  beforeAll(async () => {
    bff = await startBff({ SIGN_IN_LIMIT_ACCOUNT: '2', SIGN_IN_LIMIT_ADDRESS: '6', TRUST_PROXY: '1' });
  });
  afterAll(() => bff.stop());
  const login = (email: string, from: string, password = 'wrong') =>
    bff.http().post('/api/auth/login').set('x-forwarded-for', from).send({ email, password });

  it('counts by account, from whatever address and in whatever capitals, and refuses even the right password', async () => {
    await login('anna@example.org', '10.0.0.1').expect(401);
    await login('ANNA@example.org', '10.0.0.2').expect(401);
    const answer = await login('anna@example.org', '10.0.0.3', PASSWORD).expect(429);
    expect(answer.body.code).toBe('too-many-requests');
    expect(answer.headers['retry-after']).toBe('1');
    await login('ben@example.org', '10.0.0.3', PASSWORD).expect(200);
  });

  it('counts by address, for whatever account', async () => {
    for (const account of ['a', 'b', 'c', 'd', 'e', 'f']) await login(`${account}@example.org`, '10.9.9.9').expect(401);
    await login('g@example.org', '10.9.9.9').expect(429);
    await login('g@example.org', '10.9.9.8').expect(401);
  });
});
