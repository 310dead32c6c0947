import type { Response } from 'supertest';
import { type BffUnderTest, PASSWORD, SAME_ORIGIN, startBff } from '../testing/bff-under-test';
import { watchLetters, type WatchedLetters } from '../testing/watch-letters';
import { ResetPassword } from './reset-password';

const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';
const NEW = 'quite another sentence';
const FOREIGN = 'A'.repeat(43);

describe('passwords', () => {
  let bff: BffUnderTest;
  let letters: WatchedLetters;
  beforeAll(async () => {
    bff = await startBff({ LETTER_LIMIT_ACCOUNT: '1000' });
    letters = watchLetters(bff.app);
  });
  afterAll(() => bff.stop());

  const post = (path: string, body: object) => bff.http().post(`/api/auth/${path}`).send(body);
  const login = (email: string, password: string) => post('login', { email, password });
  const change = (session: string, body: object) =>
    bff.http().put('/api/auth/me/password').set(SAME_ORIGIN).set('cookie', session).send(body);
  const me = (session: string) => bff.http().get('/api/auth/me').set('cookie', session);
  const asked = async (email: string) => {
    await post('request-reset-email', { email }).expect(204);
    return letters.token(email, 'reset-password');
  };
  const audited = async (action: string) =>
    (await bff.dataSource.query('SELECT * FROM audit_entry WHERE action = $1', [action])) as object[];

  describe('are reset by a letter', () => {
    it('once, with a link that says whose it is; all sessions end and the owner is told', async () => {
      const { session, refresh } = await bff.signIn('anna');
      const token = await asked(ANNA);
      expect((await post('reset-password/check', { token }).expect(200)).body).toEqual({ usable: true, email: ANNA });
      await post('reset-password', { token, password: NEW }).expect(204);
      await me(session).expect(401);
      await bff.http().post('/api/auth/refresh').set(SAME_ORIGIN).set('cookie', refresh).expect(401);
      await login(ANNA, PASSWORD).expect(401);
      await login(ANNA, NEW).expect(200);
      expect((await letters.to(ANNA)).at(-1)?.kind).toBe('password-changed');
      expect(await audited('password-reset')).toMatchObject([{ actor_id: null, before: null, after: null }]);
      expect((await post('reset-password', { token, password: PASSWORD }).expect(410)).body.code).toBe(
        'link-not-valid',
      );
      expect((await post('reset-password/check', { token })).body).toEqual({ usable: false });
    });

    it('says the same of an unknown address, and writes to nobody', async () => {
      const known = await post('request-reset-email', { email: ANNA });
      const unknown = await post('request-reset-email', { email: 'nobody@example.org' });
      const plain = ({ status, text, headers }: Response) => {
        const names = Object.keys(headers).sort();
        return { status, text, names, length: headers['content-length'] };
      };
      expect(plain(unknown)).toEqual(plain(known));
      expect(await letters.to('nobody@example.org')).toEqual([]);
      expect(await bff.dataSource.query('SELECT * FROM mail_request')).toEqual([]);
    });

    it('keeps no link that whoever reads the database could use', async () => {
      const token = await asked(BEN);
      const rows = JSON.stringify(await bff.dataSource.query('SELECT * FROM one_time_token'));
      expect(rows).not.toContain(token);
      expect(token).toHaveLength(43);
    });

    it('a later letter ends the link of an earlier one', async () => {
      const [first, second] = [await asked(BEN), await asked(BEN)];
      expect((await post('reset-password/check', { token: first })).body.usable).toBe(false);
      expect((await post('reset-password/check', { token: second })).body.usable).toBe(true);
    });

    it('works for half an hour', async () => {
      const token = await asked(BEN);
      const reset = bff.app.get(ResetPassword);
      const minutes = (count: number) => new Date(Date.now() + count * 60_000);
      expect(await reset.check(token, minutes(29))).toMatchObject({ usable: true });
      expect(await reset.check(token, minutes(31))).toEqual({ usable: false });
      await expect(reset.run(token, NEW, minutes(31))).rejects.toMatchObject({ code: 'link-not-valid' });
    });

    it('gives the link to one of two who use it at once', async () => {
      const token = await asked(BEN);
      const both = [post('reset-password', { token, password: NEW }), post('reset-password', { token, password: NEW })];
      expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([204, 410]);
    });

    it('a refused password does not use the link up', async () => {
      const token = await asked(BEN);
      const answer = await post('reset-password', { token, password: 'password1' }).expect(422);
      expect(answer.body).toMatchObject({
        code: 'password-refused',
        errors: [{ path: 'body.password', message: 'too-common' }],
      });
      await post('reset-password', { token, password: PASSWORD }).expect(204);
    });

    it.each([FOREIGN, 'x', '../..', `${FOREIGN}=`])('refuses the link %p', async (token) => {
      expect((await post('reset-password/check', { token }).expect(200)).body).toEqual({ usable: false });
      await post('reset-password', { token, password: NEW }).expect(410);
    });

    it('takes no link of another purpose', async () => {
      const { session } = await bff.signIn('ben');
      await bff
        .http()
        .put('/api/auth/me/email')
        .set(SAME_ORIGIN)
        .set('cookie', session)
        .send({ email: 'ben@example.net', password: PASSWORD })
        .expect(200);
      const token = await letters.token('ben@example.net', 'confirm-email');
      await post('reset-password', { token, password: NEW }).expect(410);
    });
  });

  describe('are changed by whoever knows them', () => {
    it('all other sessions end, this one stays, and the owner is told', async () => {
      const [here, there] = [await bff.signIn('otto'), await bff.signIn('otto')];
      await change(here.session, { current: PASSWORD, password: NEW }).expect(204);
      await me(here.session).expect(200);
      await me(there.session).expect(401);
      expect((await letters.to('otto@example.org')).map(({ kind }) => kind)).toEqual(['password-changed']);
      await login('otto@example.org', NEW).expect(200);
      await change(here.session, { current: NEW, password: PASSWORD }).expect(204);
      expect(await audited('password-changed')).toHaveLength(2);
    });

    it('refuses a wrong one, a bad one, and nobody', async () => {
      const { session } = await bff.signIn('otto');
      const wrong = await change(session, { current: 'wrong', password: NEW }).expect(422);
      expect(wrong.body.code).toBe('wrong-password');
      const bad = await change(session, { current: PASSWORD, password: 'otto@example.org' }).expect(422);
      expect(bad.body.errors).toEqual([{ path: 'body.password', message: 'like-email' }]);
      await change(session, { current: PASSWORD, password: 'x'.repeat(257) }).expect(400);
      await bff.http().put('/api/auth/me/password').send({ current: PASSWORD, password: NEW }).expect(401);
    });
  });

  it('are hashed anew at sign-in when the cost has changed', async () => {
    const cheap = '$argon2id$v=19$m=8192,t=2,p=1$';
    const hashOf = async () =>
      (await bff.dataSource.query("SELECT password_hash FROM user_account WHERE email = 'otto@example.org'"))[0]
        .password_hash as string;
    const { Passwords } = await import('../users/passwords');
    const old = new Passwords({ ARGON2_MEMORY_KIB: 8_192, ARGON2_TIME: 2, ARGON2_PARALLELISM: 1 });
    await bff.dataSource.query("UPDATE user_account SET password_hash = $1 WHERE email = 'otto@example.org'", [
      await old.hash(PASSWORD),
    ]);
    expect(await hashOf()).toContain(cheap);
    await login('otto@example.org', 'wrong').expect(401);
    expect(await hashOf()).toContain(cheap);
    await login('otto@example.org', PASSWORD).expect(200);
    expect(await hashOf()).toContain('$m=8192,t=1,p=1$');
    await login('otto@example.org', PASSWORD).expect(200);
  });
});
