import { type BffUnderTest, cookiesOf, startBff } from '../testing/bff-under-test';
import { watchLetters, type WatchedLetters } from '../testing/watch-letters';

const ZOE = 'zoe@example.org';
const SENTENCE = 'a sentence of my own';

describe('registration', () => {
  let bff: BffUnderTest;
  let letters: WatchedLetters;
  beforeAll(async () => {
    bff = await startBff({ OPEN_REGISTRATION: 'true', LETTER_LIMIT_ACCOUNT: '3' });
    letters = watchLetters(bff.app);
  });
  afterAll(() => bff.stop());

  const post = (path: string, body: object) => bff.http().post(`/api/auth/${path}`).send(body);
  const register = (email: string, language = 'fr') => post('register', { email, language });
  const complete = (token: string, password = SENTENCE, language = 'fr') =>
    post('register/complete', { token, password, language });

  it('makes an account for whoever reads the mail of the address, and signs in', async () => {
    await register('Zoe@Example.org').expect(204);
    const token = await letters.token(ZOE, 'verify-registration');
    expect(letters.all.at(-1)).toMatchObject({ to: ZOE, language: 'fr' });
    expect((await post('register/check', { token })).body).toEqual({ usable: true, email: ZOE });
    expect((await complete(token, 'zoe@example.org').expect(422)).body.code).toBe('password-refused');
    const answer = await complete(token).expect(200);
    expect(answer.body).toMatchObject({ email: ZOE, language: 'fr', nodes: [], operates: [], administers: false });
    await bff.http().get('/api/auth/me').set('cookie', cookiesOf(answer).session).expect(200);
    await post('login', { email: ZOE, password: SENTENCE }).expect(200);
    await complete(token).expect(410);
    expect(await bff.dataSource.query("SELECT * FROM audit_entry WHERE action = 'account-created'")).toHaveLength(1);
  });

  it('answers the same for an address that has an account; its owner is told', async () => {
    const known = await register('anna@example.org').expect(204);
    const unknown = await register('yves@example.org').expect(204);
    expect(known.text).toBe(unknown.text);
    expect((await letters.to('anna@example.org')).map(({ kind }) => kind)).toEqual(['account-exists']);
    expect((await letters.to('yves@example.org')).map(({ kind }) => kind)).toEqual(['verify-registration']);
  });

  it('makes no second account for an address', async () => {
    await register('xeno@example.org').expect(204);
    const token = await letters.token('xeno@example.org', 'verify-registration');
    await bff.dataSource.query("UPDATE user_account SET email = 'xeno@example.org' WHERE email = 'otto@example.org'");
    await complete(token).expect(409);
  });

  it('writes no more than a few letters to an address', async () => {
    for (let letter = 0; letter < 3; letter += 1) await register('will@example.org').expect(204);
    const answer = await register('will@example.org').expect(429);
    expect(answer.headers['retry-after']).toBe('1');
    await post('request-reset-email', { email: 'will@example.org' }).expect(429);
  });

  it.each([
    ['no address', { email: 'x', language: 'de' }],
    ['an unknown language', { email: ZOE, language: 'rm' }],
    ['rights', { email: ZOE, language: 'de', administers: true }],
  ])('refuses %s', async (_, body) => {
    await post('register', body).expect(400);
  });
});

describe('registration that is not open', () => {
  it('is not there', async () => {
    const bff = await startBff();
    try {
      const post = (path: string, body: object) => bff.http().post(`/api/auth/${path}`).send(body);
      await post('register', { email: ZOE, language: 'de' }).expect(404);
      await post('register/check', { token: 'x' }).expect(404);
      await post('register/complete', { token: 'x', password: SENTENCE, language: 'de' }).expect(404);
      expect((await bff.http().get('/api/config').expect(200)).body.openRegistration).toBe(false);
    } finally {
      await bff.stop();
    }
  });
});
