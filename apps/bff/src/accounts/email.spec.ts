import { type BffUnderTest, cookiesOf, PASSWORD, SAME_ORIGIN, startBff } from '../testing/bff-under-test';
import { watchLetters, type WatchedLetters } from '../testing/watch-letters';
import { Passwords } from '../users/passwords';
import { provisionUsers } from '../users/provision-users';
import { ConfirmEmail } from './confirm-email';

const DAY_MS = 86_400_000;

describe('a change of address', () => {
  let bff: BffUnderTest;
  let letters: WatchedLetters;
  let session: string;
  let [OLD, NEW] = ['', ''];
  let next = 0;
  beforeAll(async () => {
    bff = await startBff({ LETTER_LIMIT_ACCOUNT: '1000' });
    letters = watchLetters(bff.app);
  });
  afterAll(() => bff.stop());
  beforeEach(async () => {
    next += 1;
    [OLD, NEW] = [`a${next}@example.org`, `anew${next}@example.net`];
    const rights = { operates: [], nodes: [], administers: false };
    const user = { email: OLD, password: PASSWORD, language: 'en' as const, ...rights };
    await provisionUsers(bff.dataSource, bff.app.get(Passwords), { users: [user] });
    ({ session } = cookiesOf(await login(OLD)));
    letters.all.length = 0;
  });

  const put = (body: object) => bff.http().put('/api/auth/me/email').set(SAME_ORIGIN).set('cookie', session).send(body);
  const begin = (email = NEW) => put({ email, password: PASSWORD }).expect(200);
  const pending = async () =>
    (await bff.http().get('/api/auth/me/email').set('cookie', session).expect(200)).body.pending;
  const confirm = (token: string, answer = 'confirm') =>
    bff.http().post('/api/auth/confirm-email').send({ token, answer });
  const login = (email: string) => bff.http().post('/api/auth/login').send({ email, password: PASSWORD });
  const ofOld = () => letters.token(OLD, 'email-changing');
  const ofNew = () => letters.token(NEW, 'confirm-email');

  it('comes about when both addresses have confirmed it, in whatever order', async () => {
    const { body } = await begin(NEW.toUpperCase());
    expect(body.pending).toMatchObject({ newEmail: NEW, oldConfirmed: false, newConfirmed: false });
    expect((await letters.to(OLD))[0]?.data).toMatchObject({ newEmailHint: 'a…@example.net' });
    const [old, anew] = [await ofOld(), await ofNew()];
    expect((await confirm(anew).expect(200)).body).toEqual({ state: 'waiting' });
    expect(await pending()).toMatchObject({ newConfirmed: true, oldConfirmed: false });
    await login(OLD).expect(200);
    expect((await confirm(old).expect(200)).body).toEqual({ state: 'done' });
    await login(OLD).expect(401);
    await login(NEW).expect(200);
    expect(await pending()).toBeNull();
    for (const to of [OLD, NEW]) expect((await letters.to(to)).at(-1)?.kind).toBe('email-changed');
    await confirm(old).expect(410);
    const entries = await bff.dataSource.query("SELECT * FROM audit_entry WHERE action = 'email-changed'");
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain('@');
  });

  it('is confirmed by one address once, and not by itself', async () => {
    await begin();
    const old = await ofOld();
    await confirm(old).expect(200);
    await confirm(old).expect(410);
    await login(OLD).expect(200);
  });

  it('tells the page which letter a link was in', async () => {
    await begin();
    const check = (token: string) => bff.http().post('/api/auth/confirm-email/check').send({ token });
    expect((await check(await ofOld())).body).toEqual({ usable: true, sentTo: 'old' });
    expect((await check(await ofNew())).body).toEqual({ usable: true, sentTo: 'new' });
    expect((await check('A'.repeat(43))).body).toEqual({ usable: false });
  });

  it('is stopped from the old address, and nobody stays signed in', async () => {
    await begin();
    const anew = await ofNew();
    expect((await confirm(await ofOld(), 'object').expect(200)).body).toEqual({ state: 'stopped' });
    await bff.http().get('/api/auth/me').set('cookie', session).expect(401);
    await confirm(anew).expect(410);
    await login(OLD).expect(200);
  });

  it('is stopped from the new address, by somebody who has nothing to do with it', async () => {
    await begin();
    expect((await confirm(await ofNew(), 'object').expect(200)).body).toEqual({ state: 'stopped' });
    expect(await pending()).toBeNull();
    await bff.http().get('/api/auth/me').set('cookie', session).expect(200);
  });

  it('is taken back by its owner', async () => {
    await begin();
    const old = await ofOld();
    await bff.http().delete('/api/auth/me/email').set(SAME_ORIGIN).set('cookie', session).expect(204);
    expect(await pending()).toBeNull();
    await confirm(old).expect(410);
  });

  it('lasts a day', async () => {
    await begin();
    const [use, token] = [bff.app.get(ConfirmEmail), await ofOld()];
    const later = new Date(Date.now() + DAY_MS + 1_000);
    await expect(use.run(token, 'confirm', later)).rejects.toMatchObject({ code: 'link-not-valid' });
  });

  it('says nothing of whose the new address is; that one’s owner gets a letter, and the change never comes about', async () => {
    const { body } = await begin('ben@example.org');
    expect(body.pending).toMatchObject({ newEmail: 'ben@example.org' });
    expect((await letters.to('ben@example.org')).map(({ kind }) => kind)).toEqual(['account-exists']);
    expect((await confirm(await ofOld()).expect(200)).body).toEqual({ state: 'waiting' });
  });

  it('does not come about where somebody else took the address meanwhile', async () => {
    await begin();
    const [old, anew] = [await ofOld(), await ofNew()];
    await confirm(old).expect(200);
    await bff.dataSource.query('UPDATE user_account SET email = $1 WHERE email = $2', [NEW, 'ben@example.org']);
    expect((await confirm(anew).expect(200)).body).toEqual({ state: 'stopped' });
    await login(OLD).expect(200);
  });

  it('ends with a reset of the password', async () => {
    await begin();
    const anew = await ofNew();
    await bff.http().post('/api/auth/request-reset-email').send({ email: OLD }).expect(204);
    const token = await letters.token(OLD, 'reset-password');
    await bff.http().post('/api/auth/reset-password').send({ token, password: 'a sentence of mine' }).expect(204);
    await confirm(anew).expect(410);
  });

  it.each([
    ['a wrong password', () => ({ email: NEW, password: 'wrong' }), 422, 'wrong-password'],
    ['the address it has', () => ({ email: OLD.toUpperCase(), password: PASSWORD }), 422, 'unprocessable'],
    ['no address', () => ({ email: 'anna', password: PASSWORD }), 400, 'bad-request'],
    ['no password', () => ({ email: NEW }), 400, 'bad-request'],
  ])('is refused with %s', async (_, body, status, code) => {
    expect((await put(body()).expect(status)).body.code).toBe(code);
    expect(letters.all).toEqual([]);
  });
});
