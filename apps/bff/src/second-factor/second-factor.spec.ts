import { PENDING_MINUTES, PENDING_TRIES, RECOVERY_CODES } from '@ceex/contracts';
import { TOTP, URI } from 'otpauth';
import { newAccount } from '../testing/accounts';
import { type BffUnderTest, PASSWORD, startBff } from '../testing/bff-under-test';
import { Browser } from '../testing/browser';
import { ownClock } from '../testing/own-clock';
import { BEGUN_MINUTES } from './confirm-totp';
import { FIRST_WAIT_S, FREE_CODES } from './prove-second-factor';

const TOTP_ROUTE = '/api/auth/second-factor/totp';
const SECOND_STEP = '/api/auth/login/second-factor';
const WRONG = '000000';

describe('the second factor', () => {
  let bff: BffUnderTest;
  let email: string;
  let browser: Browser;
  let accounts = 0;

  beforeAll(async () => {
    bff = await startBff();
    ownClock();
  });
  afterAll(async () => {
    jest.useRealTimers();
    await bff.stop();
  });
  beforeEach(async () => {
    email = await newAccount(bff, `user-${(accounts += 1)}@example.org`);
    browser = new Browser(bff);
    await signIn(browser);
  });

  const pass = (seconds: number) => jest.setSystemTime(Date.now() + seconds * 1_000);
  const signIn = (who: Browser) => who.post('/api/auth/login', { email, password: PASSWORD });
  const codeOf = (uri: string, at = Date.now()) => (URI.parse(uri) as TOTP).generate({ timestamp: at });
  const state = async () => (await browser.get('/api/auth/second-factor')).body;
  const rowCount = async (table: string) =>
    Number((await bff.dataSource.query(`SELECT count(*) FROM ${table}`))[0].count);

  /** Turns the app on, and lets its first code grow old. */
  async function turnOn(): Promise<{ uri: string; recoveryCodes: string[] }> {
    const { body: begun } = await browser.post(`${TOTP_ROUTE}/begin`, { password: PASSWORD });
    const { body } = await browser.post(`${TOTP_ROUTE}/confirm`, { code: codeOf(begun.uri) });
    pass(60);
    return { uri: begun.uri, recoveryCodes: body.recoveryCodes };
  }

  /** Holds the account's row until all calls wait for it, so that none is done before another began. */
  async function atOnce<T>(calls: readonly (() => Promise<T>)[]): Promise<T[]> {
    const holder = bff.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query(
      'SELECT 1 FROM totp_factor WHERE user_id = (SELECT id FROM user_account WHERE email = $1) FOR UPDATE',
      [email],
    );
    const answers = Promise.all(calls.map((call) => call()));
    const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    for (let n = 0; n < calls.length;) [{ n }] = await bff.dataSource.query(waiting);
    await holder.commitTransaction();
    await holder.release();
    return answers;
  }

  it('is off at first: the password is enough', async () => {
    expect(await state()).toEqual({ totpSince: null, recoveryCodesLeft: 0 });
    expect((await signIn(new Browser(bff))).status).toBe(200);
  });

  describe('turning it on', () => {
    it('gives a secret for an app, then recovery codes, and tells by letter', async () => {
      const { body: begun, status } = await browser.post(`${TOTP_ROUTE}/begin`, { password: PASSWORD });
      expect(status).toBe(200);
      expect(URI.parse(begun.uri)).toMatchObject({
        issuer: 'CEEX',
        label: email,
        digits: 6,
        period: 30,
        algorithm: 'SHA1',
      });
      expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
      expect(await state()).toMatchObject({ totpSince: null });
      expect((await signIn(new Browser(bff))).status).toBe(200);
      const code = codeOf(begun.uri);
      const { body } = await browser.post(`${TOTP_ROUTE}/confirm`, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
      expect(new Set(body.recoveryCodes).size).toBe(RECOVERY_CODES);
      for (const one of body.recoveryCodes) expect(one).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/);
      expect(await state()).toEqual({
        totpSince: new Date(Date.now()).toISOString(),
        recoveryCodesLeft: RECOVERY_CODES,
      });
      expect(await bff.lettersTo(email)).toMatchObject([
        { text: expect.stringContaining('An authenticator app was set up') },
      ]);
    });

    it('keeps nothing that makes codes, or is one, in the database', async () => {
      const { body: begun } = await browser.post(`${TOTP_ROUTE}/begin`, { password: PASSWORD });
      const { body } = await browser.post(`${TOTP_ROUTE}/confirm`, { code: codeOf(begun.uri) });
      const rows = await bff.dataSource.query(
        `SELECT encode(sealed_secret, 'hex') AS kept FROM totp_factor UNION SELECT encode(code_hash, 'hex') FROM recovery_code`,
      );
      const dump = JSON.stringify(rows);
      expect(dump).not.toContain((URI.parse(begun.uri) as TOTP).secret.hex.toLowerCase());
      for (const code of body.recoveryCodes) expect(dump).not.toContain(Buffer.from(code).toString('hex'));
    });

    it.each([
      ['another password', 'begin', { password: 'wrong' }, 422, 'wrong-password'],
      ['no password', 'begin', {}, 400, 'bad-request'],
      ['a code before a secret', 'confirm', { code: WRONG }, 409, 'conflict'],
      ['letters for a code', 'confirm', { code: 'abcdef' }, 400, 'bad-request'],
    ])('refuses %s', async (_, path, body, status, code) => {
      const answer = await browser.post(`${TOTP_ROUTE}/${path}`, body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it('refuses a wrong code, a code of the secret before, and one that comes too late', async () => {
      const { body: first } = await browser.post(`${TOTP_ROUTE}/begin`, { password: PASSWORD });
      const { body: second } = await browser.post(`${TOTP_ROUTE}/begin`, { password: PASSWORD });
      const confirm = async (code: string) => (await browser.post(`${TOTP_ROUTE}/confirm`, { code })).body.code;
      expect(await confirm(codeOf(first.uri))).toBe('wrong-code');
      pass(BEGUN_MINUTES * 60 + 1);
      // The session token has gone with the time; the session has not.
      await browser.post('/api/auth/refresh');
      expect(await confirm(codeOf(second.uri))).toBe('conflict');
    });

    it('does not let an app that is on be replaced by beginning anew', async () => {
      await turnOn();
      expect((await browser.post(`${TOTP_ROUTE}/begin`, { password: PASSWORD })).body.code).toBe('conflict');
    });

    it('gives one set of recovery codes to two confirmations at once', async () => {
      const { body: begun } = await browser.post(`${TOTP_ROUTE}/begin`, { password: PASSWORD });
      const code = codeOf(begun.uri);
      const answers = await Promise.all([1, 2].map(() => browser.post(`${TOTP_ROUTE}/confirm`, { code })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });

  describe('signing in', () => {
    let uri: string;
    let recoveryCodes: string[];
    let other: Browser;
    beforeEach(async () => {
      ({ uri, recoveryCodes } = await turnOn());
      other = new Browser(bff);
    });
    const second = (proof: object, who = other) => who.post(SECOND_STEP, proof);

    it('asks for the second step, and gives no session before it', async () => {
      const answer = await signIn(other);
      expect(answer.body).toMatchObject({
        status: 401,
        code: 'second-factor-required',
        methods: ['totp', 'recovery-code'],
      });
      expect([other.has('ceex_pending'), other.has('ceex_session'), other.has('ceex_refresh')]).toEqual([
        true,
        false,
        false,
      ]);
      expect(answer.headers['set-cookie']).toEqual([
        expect.stringMatching(/Path=\/api\/auth;.*HttpOnly; SameSite=Strict/),
      ]);
      expect((await other.get('/api/auth/me')).status).toBe(401);
      const done = await second({ code: codeOf(uri) });
      expect([done.status, done.body.email]).toEqual([200, email]);
      expect(other.has('ceex_pending')).toBe(false);
      expect((await other.get('/api/auth/me')).body.email).toBe(email);
    });

    it('asks for it only after the right password', async () => {
      const answer = await other.post('/api/auth/login', { email, password: 'wrong' });
      expect([answer.body.code, other.has('ceex_pending')]).toEqual(['wrong-credentials', false]);
    });

    it.each([-30, 0, 30])('takes a code of a clock that is %d s off', async (seconds) => {
      await signIn(other);
      expect((await second({ code: codeOf(uri, Date.now() + seconds * 1_000) })).status).toBe(200);
    });

    it.each([-90, 90])('refuses a code that is %d s off', async (seconds) => {
      await signIn(other);
      expect((await second({ code: codeOf(uri, Date.now() + seconds * 1_000) })).body.code).toBe('wrong-code');
    });

    it('takes a code once, and none older than the last one', async () => {
      const [before, now] = [codeOf(uri, Date.now() - 30_000), codeOf(uri)];
      await signIn(other);
      expect((await second({ code: now })).status).toBe(200);
      for (const code of [now, before]) {
        const thief = new Browser(bff);
        await signIn(thief);
        expect((await second({ code }, thief)).body.code).toBe('wrong-code');
      }
    });

    it.each(['code', 'recoveryCode'])('lets one of two win who send the same %s at once', async (which) => {
      const proof = which === 'code' ? { code: codeOf(uri) } : { recoveryCode: recoveryCodes[0] };
      const two = [new Browser(bff), new Browser(bff)];
      for (const one of two) await signIn(one);
      const answers = await atOnce(two.map((one) => () => second(proof, one)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    });

    it('takes a recovery code once, however it is written, and tells by letter', async () => {
      await signIn(other);
      const recoveryCode = recoveryCodes[3]?.toUpperCase().replaceAll('-', ' ');
      expect((await second({ recoveryCode })).status).toBe(200);
      expect(await state()).toMatchObject({ recoveryCodesLeft: RECOVERY_CODES - 1 });
      await signIn(other);
      expect((await second({ recoveryCode })).body.code).toBe('wrong-code');
      const letters = await bff.lettersTo(email);
      expect(letters.at(-1)?.text).toContain('signed in with a recovery code');
    });

    it('does not take the recovery code of somebody else', async () => {
      const theirs = recoveryCodes[0];
      email = 'ben@example.org';
      await signIn(browser);
      await turnOn();
      await signIn(other);
      expect((await second({ recoveryCode: theirs })).body.code).toBe('wrong-code');
    });

    it(`begins anew after ${PENDING_TRIES} wrong tries`, async () => {
      await signIn(other);
      for (let tried = 0; tried < PENDING_TRIES; tried += 1)
        expect((await second({ recoveryCode: 'aaaa-bbbb-cccc-dddd' })).body.code).toBe('wrong-code');
      expect((await second({ code: codeOf(uri) })).body.code).toBe('sign-in-again');
      expect(other.has('ceex_pending')).toBe(false);
    });

    it('makes wrong codes wait over all sign-ins, and lets a recovery code in meanwhile', async () => {
      for (let tried = 0; tried < FREE_CODES; tried += 1) {
        await signIn(other);
        expect((await second({ code: WRONG })).body.code).toBe('wrong-code');
      }
      await signIn(other);
      const answer = await second({ code: codeOf(uri) });
      expect([answer.body.code, answer.headers['retry-after']]).toEqual(['too-many-requests', String(FIRST_WAIT_S)]);
      expect((await second({ recoveryCode: recoveryCodes[0] })).status).toBe(200);
    });

    it('takes the right code after the wait, and doubles the wait after a wrong one', async () => {
      for (let tried = 0; tried <= FREE_CODES; tried += 1) {
        await signIn(other);
        expect((await second({ code: WRONG })).body.code).toBe('wrong-code');
        if (tried === FREE_CODES - 1) pass(FIRST_WAIT_S);
      }
      await signIn(other);
      expect((await second({ code: codeOf(uri) })).headers['retry-after']).toBe(String(2 * FIRST_WAIT_S));
      pass(2 * FIRST_WAIT_S);
      expect((await second({ code: codeOf(uri) })).status).toBe(200);
    });

    it('uses the first step up: a copy of its cookie is worth nothing after the second', async () => {
      await signIn(other);
      const thief = other.copy();
      await second({ code: codeOf(uri) });
      pass(30);
      expect((await second({ code: codeOf(uri) }, thief)).body.code).toBe('sign-in-again');
    });

    it('makes the first step worthless when the password changes', async () => {
      await signIn(other);
      await bff.dataSource.query(`UPDATE user_account SET password_hash = password_hash || ' ' WHERE email = $1`, [
        email,
      ]);
      expect((await second({ code: codeOf(uri) })).body.code).toBe('sign-in-again');
    });

    it('makes the first step worthless after a while', async () => {
      await signIn(other);
      pass(PENDING_MINUTES * 60);
      expect((await second({ code: codeOf(uri) })).body.code).toBe('sign-in-again');
    });

    it('forgets first steps that have expired', async () => {
      await signIn(other);
      pass(PENDING_MINUTES * 60 + 1);
      await signIn(other);
      expect(await rowCount('pending_sign_in WHERE expires_at < to_timestamp(' + Date.now() / 1_000 + ')')).toBe(0);
    });

    it.each(['nothing', 'junk', 'a session token'])('refuses %s in place of the first step', async (what) => {
      const token = { nothing: '', junk: 'junk', 'a session token': browser.cookie('ceex_session') }[what] ?? '';
      const answer = await bff
        .http()
        .post(SECOND_STEP)
        .set('sec-fetch-site', 'same-origin')
        .set('cookie', `ceex_pending=${token}`)
        .send({ code: codeOf(uri) });
      expect([answer.status, answer.body.code]).toEqual([401, 'sign-in-again']);
    });

    it('opens no session with the token of the first step', async () => {
      await signIn(other);
      const cookie = `ceex_session=${other.cookie('ceex_pending')}`;
      expect((await bff.http().get('/api/auth/me').set('cookie', cookie)).status).toBe(401);
    });

    it.each([
      ['both proofs', { code: '123456', recoveryCode: 'aaaa-bbbb-cccc-dddd' }],
      ['no proof', {}],
      ['five digits', { code: '12345' }],
      ['a number', { code: 123456 }],
      ['somebody’s id', { code: '123456', userId: 'x' }],
    ])('refuses %s', async (_, body) => {
      await signIn(other);
      expect((await second(body)).status).toBe(400);
    });
  });

  describe('changing it', () => {
    let uri: string;
    let recoveryCodes: string[];
    beforeEach(async () => {
      ({ uri, recoveryCodes } = await turnOn());
    });
    const remove = (body: object) => browser.post(`${TOTP_ROUTE}/remove`, body);
    const renew = (body: object) => browser.post('/api/auth/second-factor/recovery-codes', body);

    it.each(['code', 'recoveryCode'] as const)('is removed with the password and a %s', async (which) => {
      const proof = which === 'code' ? { code: codeOf(uri) } : { recoveryCode: recoveryCodes[0] };
      const answer = await remove({ password: PASSWORD, proof });
      expect([answer.status, answer.body]).toEqual([200, { totpSince: null, recoveryCodesLeft: 0 }]);
      expect((await signIn(new Browser(bff))).status).toBe(200);
      const letters = await bff.lettersTo(email);
      expect(letters.at(-1)?.text).toContain('The authenticator app was removed');
      const actions = await bff.dataSource.query(
        `SELECT action FROM audit_entry a JOIN user_account u ON u.id = a.actor_id WHERE u.email = $1 ORDER BY a.id`,
        [email],
      );
      const used = which === 'code' ? [] : ['recovery-code-used'];
      expect(actions.map(({ action }: { action: string }) => action)).toEqual([
        'authenticator-added',
        ...used,
        'authenticator-removed',
      ]);
    });

    it.each([
      ['a wrong password', () => ({ password: 'wrong', proof: { code: codeOf(uri) } }), 'wrong-password'],
      ['a wrong code', () => ({ password: PASSWORD, proof: { code: WRONG } }), 'wrong-code'],
      ['no proof', () => ({ password: PASSWORD }), 'bad-request'],
    ])('is not removed with %s', async (_, body, code) => {
      expect((await remove(body())).body.code).toBe(code);
      expect(await state()).toMatchObject({ totpSince: expect.any(String), recoveryCodesLeft: RECOVERY_CODES });
    });

    it('gives new recovery codes, and the old ones end', async () => {
      const { body } = await renew({ password: PASSWORD, code: codeOf(uri) });
      expect(body.recoveryCodes).toHaveLength(RECOVERY_CODES);
      const other = new Browser(bff);
      await signIn(other);
      expect((await other.post(SECOND_STEP, { recoveryCode: recoveryCodes[0] })).body.code).toBe('wrong-code');
      expect((await other.post(SECOND_STEP, { recoveryCode: body.recoveryCodes[0] })).status).toBe(200);
    });

    it.each([
      ['a wrong password', () => ({ password: 'wrong', code: codeOf(uri) }), 'wrong-password'],
      ['a wrong code', () => ({ password: PASSWORD, code: WRONG }), 'wrong-code'],
    ])('gives none for %s', async (_, body, code) => {
      expect((await renew(body())).body.code).toBe(code);
      const other = new Browser(bff);
      await signIn(other);
      expect((await other.post(SECOND_STEP, { recoveryCode: recoveryCodes[0] })).status).toBe(200);
    });

    it('is nobody’s without a session', async () => {
      const nobody = new Browser(bff);
      expect((await nobody.get('/api/auth/second-factor')).status).toBe(401);
      for (const path of ['totp/begin', 'totp/confirm', 'totp/remove', 'recovery-codes'])
        expect((await nobody.post(`/api/auth/second-factor/${path}`, {})).status).toBe(401);
    });
  });
});
