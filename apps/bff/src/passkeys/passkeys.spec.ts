import { CHALLENGE_MINUTES, MAX_PASSKEYS } from '@ceex/contracts';
import { randomUUID } from 'node:crypto';
import { newAccount } from '../testing/accounts';
import { type BffUnderTest, PASSWORD, startBff } from '../testing/bff-under-test';
import { Browser } from '../testing/browser';
import { ownClock } from '../testing/own-clock';
import { type Odd, SoftwareAuthenticator } from '../testing/software-authenticator';
import { FRESH_MINUTES } from './require-password';

const PASSKEYS = '/api/auth/passkeys';

describe('passkeys', () => {
  let bff: BffUnderTest;
  let browser: Browser;
  let device: SoftwareAuthenticator;
  let email: string;
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
    email = await account();
    browser = await signedIn(email);
    device = new SoftwareAuthenticator();
  });

  const account = () => newAccount(bff, `key-${(accounts += 1)}@example.org`);

  async function signedIn(address: string): Promise<Browser> {
    const fresh = new Browser(bff);
    expect((await fresh.post('/api/auth/login', { email: address, password: PASSWORD })).status).toBe(200);
    return fresh;
  }

  const pass = (minutes: number) => jest.setSystemTime(Date.now() + minutes * 60_000);
  const list = async (who = browser) => (await who.get(PASSKEYS)).body.passkeys;
  const creation = async (who = browser, body: object = {}) =>
    (await who.post(`${PASSKEYS}/register/options`, body)).body;
  const request = async () => (await new Browser(bff).post(`${PASSKEYS}/options`)).body;

  async function register(which = device, odd: Odd = {}, name = 'Phone', who = browser) {
    return who.post(`${PASSKEYS}/register`, { name, response: which.create(await creation(who), odd) });
  }

  async function signIn(odd: Odd = {}, which = device, who = new Browser(bff)) {
    return who.post(`${PASSKEYS}/login`, { response: which.get(await request(), odd) });
  }

  describe('making one', () => {
    it('offers options for a key that is found without an address and knows its user', async () => {
      const options = await creation();
      expect(options).toMatchObject({
        rp: { id: 'localhost', name: 'CEEX' },
        user: { name: email, displayName: email },
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        attestation: 'none',
        timeout: CHALLENGE_MINUTES * 60_000,
        excludeCredentials: [],
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      });
      expect(options.pubKeyCredParams).toContainEqual({ type: 'public-key', alg: -7 });
      expect(Buffer.from(options.user.id, 'base64url')).toHaveLength(16);
    });

    it('keeps it, lists it, excludes it from then on, and tells by letter', async () => {
      device.backedUp = true;
      const answer = await register(device, {}, '  Anna’s phone ');
      expect([answer.status, answer.body.passkeys]).toEqual([
        200,
        [
          {
            passkeyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
            name: 'Anna’s phone',
            createdAt: new Date(Date.now()).toISOString(),
            lastUsedAt: null,
            backedUp: true,
          },
        ],
      ]);
      expect(await list()).toEqual(answer.body.passkeys);
      expect((await creation()).excludeCredentials).toEqual([
        { id: device.credentialId, type: 'public-key', transports: ['internal'] },
      ]);
      expect(await bff.lettersTo(email)).toMatchObject([{ text: expect.stringContaining('A passkey was added') }]);
    });

    it.each<[string, Odd]>([
      ['another origin', { origin: 'https://evil.example' }],
      ['our name on another port', { origin: 'http://localhost:3001' }],
      ['another site’s id', { rpId: 'evil.example' }],
      ['another challenge', { challenge: 'A'.repeat(43) }],
      ['a challenge that is none', { challenge: 'short' }],
      ['the wrong ceremony', { type: 'webauthn.get' }],
      ['a user that nobody checked', { userVerified: false }],
    ])('refuses %s', async (_, odd) => {
      const answer = await register(device, odd);
      expect([answer.status, answer.body.code]).toEqual([422, 'passkey-refused']);
      expect(await list()).toEqual([]);
    });

    it.each<[string, object]>([
      ['no name', { name: ' ' }],
      ['a long name', { name: 'x'.repeat(61) }],
      ['a foreign field', { userId: randomUUID() }],
      ['no response', { response: undefined }],
    ])('refuses %s', async (_, odd) => {
      const body = { name: 'Phone', response: device.create(await creation()), ...odd };
      expect((await browser.post(`${PASSKEYS}/register`, body)).status).toBe(400);
    });

    it.each([
      ['not base64', '!'],
      ['not CBOR', 'AAAA'],
      ['not JSON', Buffer.from('{').toString('base64url')],
    ])('answers what is %s without a breakdown', async (_, junk) => {
      const whole = device.create(await creation());
      for (const field of ['clientDataJSON', 'attestationObject']) {
        const response = { ...whole, response: { ...whole.response, [field]: junk } };
        const { status } = await browser.post(`${PASSKEYS}/register`, { name: 'x', response });
        expect([400, 422]).toContain(status);
      }
    });

    it('takes a challenge once, also where the first answer to it was wrong', async () => {
      const options = await creation();
      const send = (which: SoftwareAuthenticator, odd: Odd = {}) =>
        browser.post(`${PASSKEYS}/register`, { name: 'x', response: which.create(options, odd) });
      expect((await send(device, { origin: 'https://evil.example' })).status).toBe(422);
      expect((await send(device)).body.code).toBe('passkey-refused');
      const fresh = await creation();
      const both = [new SoftwareAuthenticator(), new SoftwareAuthenticator()].map((which) =>
        browser.post(`${PASSKEYS}/register`, { name: 'x', response: which.create(fresh) }),
      );
      expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 422]);
    });

    it('takes no challenge of another session, of a sign-in, or of a while ago', async () => {
      const other = await signedIn(email);
      const send = async (options: Parameters<SoftwareAuthenticator['create']>[0]) =>
        (await browser.post(`${PASSKEYS}/register`, { name: 'x', response: device.create(options) })).body.code;
      expect(await send(await creation(other))).toBe('passkey-refused');
      const mine = await creation();
      expect(await send({ ...mine, challenge: (await request()).challenge })).toBe('passkey-refused');
      pass(CHALLENGE_MINUTES);
      expect(await send(mine)).toBe('passkey-refused');
    });

    it('takes no key that somebody has already, and none beyond the limit', async () => {
      await register();
      const ben = await signedIn(await account());
      expect((await register(device, {}, 'x', ben)).body.code).toBe('passkey-refused');
      for (let made = 1; made < MAX_PASSKEYS; made += 1) await register(new SoftwareAuthenticator());
      expect((await browser.post(`${PASSKEYS}/register/options`, {})).body.code).toBe('conflict');
      expect(await list()).toHaveLength(MAX_PASSKEYS);
    });

    it('asks for the password when the sign-in was a while ago', async () => {
      pass(FRESH_MINUTES + 1);
      const options = (body: object) => browser.post(`${PASSKEYS}/register/options`, body);
      expect((await options({})).body.code).toBe('password-required');
      expect((await options({ password: 'wrong' })).body.code).toBe('wrong-password');
      expect((await options({ password: PASSWORD })).status).toBe(200);
      await browser.post('/api/auth/refresh');
      expect((await options({})).body.code).toBe('password-required');
    });
  });

  describe('signing in', () => {
    beforeEach(async () => {
      await register();
    });

    it('needs no address and no password', async () => {
      const someone = new Browser(bff);
      const { body: options } = await someone.post(`${PASSKEYS}/options`);
      expect(options).toEqual({
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        timeout: CHALLENGE_MINUTES * 60_000,
        rpId: 'localhost',
        userVerification: 'required',
      });
      const answer = await someone.post(`${PASSKEYS}/login`, { response: device.get(options) });
      expect([answer.status, answer.body.email]).toEqual([200, email]);
      expect((await someone.get('/api/auth/me')).body.email).toBe(email);
      expect(await list()).toMatchObject([{ lastUsedAt: new Date(Date.now()).toISOString() }]);
    });

    it.each<[string, Odd]>([
      ['another origin', { origin: 'https://evil.example' }],
      ['another site’s id', { rpId: 'evil.example' }],
      ['another challenge', { challenge: 'A'.repeat(43) }],
      ['the wrong ceremony', { type: 'webauthn.create' }],
      ['a user that nobody checked', { userVerified: false }],
      ['a key that nobody has', { credentialId: 'B'.repeat(43) }],
      ['another user’s handle', { userHandle: 'C'.repeat(22) }],
      ['a counter that stands still', { counter: 0 }],
    ])('refuses %s, and always says the same', async (_, odd) => {
      await signIn();
      const answer = await signIn(odd);
      const { requestId, ...said } = answer.body;
      expect(requestId).toBeDefined();
      expect(said).toEqual({
        type: 'urn:ceex:problem:passkey-refused',
        title: expect.any(String),
        status: 422,
        code: 'passkey-refused',
      });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect((await signIn()).status).toBe(200);
    });

    it('does not take the signature of one key for another user’s', async () => {
      const ben = await account();
      const bens = new SoftwareAuthenticator();
      await register(bens, {}, 'x', await signedIn(ben));
      for (const odd of [
        { credentialId: device.credentialId },
        { credentialId: device.credentialId, userHandle: '' },
      ]) {
        const response = bens.get(await request(), odd);
        if (odd.userHandle === '') delete response.response.userHandle;
        expect((await new Browser(bff).post(`${PASSKEYS}/login`, { response })).body.code).toBe('passkey-refused');
      }
      expect((await signIn({}, bens)).body.email).toBe(ben);
    });

    it('takes an answer once, also of two at the same moment', async () => {
      const response = device.get(await request());
      const send = () => new Browser(bff).post(`${PASSKEYS}/login`, { response });
      expect((await Promise.all([send(), send()])).map(({ status }) => status).sort()).toEqual([200, 422]);
      expect((await send()).status).toBe(422);
    });

    it('takes no challenge of a registration, or of a while ago', async () => {
      const login = async (options: Parameters<SoftwareAuthenticator['get']>[0]) =>
        (await new Browser(bff).post(`${PASSKEYS}/login`, { response: device.get(options) })).body.code;
      const fresh = await request();
      expect(await login({ ...fresh, challenge: (await creation()).challenge })).toBe('passkey-refused');
      pass(CHALLENGE_MINUTES);
      expect(await login(fresh)).toBe('passkey-refused');
    });

    it('refuses a counter that goes back, tells its owner once, and goes on with the right key', async () => {
      device.counter = 10;
      expect((await signIn()).status).toBe(200);
      for (const counter of [5, 6]) expect((await signIn({ counter })).body.code).toBe('passkey-refused');
      const told = (await bff.lettersTo(email)).filter(({ text }) => text.includes('may have been copied'));
      expect(told).toHaveLength(1);
      const [entry] = await bff.dataSource.query(
        `SELECT actor_id FROM audit_entry WHERE action = 'passkey-copied' AND subject->>'userId' = (SELECT id::text FROM user_account WHERE email = $1)`,
        [email],
      );
      expect(entry).toEqual({ actor_id: null });
      expect((await signIn()).status).toBe(200);
    });

    it('says nothing of a counter to whoever has not the key', async () => {
      device.counter = 10;
      await signIn();
      const thief = new SoftwareAuthenticator();
      const response = thief.get(await request(), { credentialId: device.credentialId, counter: 1 });
      delete response.response.userHandle;
      expect((await new Browser(bff).post(`${PASSKEYS}/login`, { response })).body.code).toBe('passkey-refused');
      const told = (await bff.lettersTo(email)).filter(({ text }) => text.includes('may have been copied'));
      expect(told).toEqual([]);
    });

    it('takes a key that does not count, again and again', async () => {
      const silent = new SoftwareAuthenticator();
      await register(silent);
      for (let times = 0; times < 3; times += 1) expect((await signIn({ counter: 0 }, silent)).status).toBe(200);
    });

    it('follows whether the key is backed up, and refuses one that has become of another kind', async () => {
      const synced = new SoftwareAuthenticator();
      synced.backedUp = false;
      await register(synced, {}, 'Synced');
      synced.backedUp = true;
      expect((await signIn({}, synced)).status).toBe(200);
      expect(await list()).toContainEqual(expect.objectContaining({ name: 'Synced', backedUp: true }));
      synced.backedUp = undefined;
      expect((await signIn({}, synced)).body.code).toBe('passkey-refused');
    });

    it.each(['authenticatorData', 'signature', 'clientDataJSON'])(
      'answers a broken %s without a breakdown',
      async (field) => {
        for (const junk of ['!', 'AAAA', '']) {
          const whole = device.get(await request());
          const response = { ...whole, response: { ...whole.response, [field]: junk } };
          const { status } = await new Browser(bff).post(`${PASSKEYS}/login`, { response });
          expect([400, 422]).toContain(status);
        }
      },
    );
  });

  describe('those that there are', () => {
    let passkeyId: string;
    beforeEach(async () => {
      passkeyId = (await register()).body.passkeys[0].passkeyId;
    });
    const remove = (body: object = {}, who = browser) => who.post(`${PASSKEYS}/${passkeyId}/remove`, body);

    it('are renamed by their owner', async () => {
      const { body } = await browser.put(`${PASSKEYS}/${passkeyId}`, { name: 'Old phone' });
      expect(body.passkeys).toMatchObject([{ passkeyId, name: 'Old phone' }]);
      const entries = await bff.dataSource.query(
        `SELECT before, after FROM audit_entry WHERE action = 'passkey-renamed' AND subject->>'passkeyId' = $1`,
        [passkeyId],
      );
      expect(entries).toEqual([{ before: null, after: null }]);
    });

    it('sign nobody in once they are removed, and their owner is told', async () => {
      const { body } = await remove();
      expect(body.passkeys).toEqual([]);
      expect((await signIn()).body.code).toBe('passkey-refused');
      expect((await bff.lettersTo(email)).at(-1)?.text).toContain('A passkey was removed');
      expect((await remove()).status).toBe(404);
    });

    it('are removed only with the password when the sign-in was a while ago', async () => {
      pass(FRESH_MINUTES + 1);
      expect((await remove()).body.code).toBe('password-required');
      expect((await remove({ password: 'wrong' })).body.code).toBe('wrong-password');
      expect((await remove({ password: PASSWORD })).status).toBe(200);
    });

    it('are nobody else’s to see, rename or remove', async () => {
      const ben = await signedIn(await account());
      expect(await list(ben)).toEqual([]);
      expect((await ben.put(`${PASSKEYS}/${passkeyId}`, { name: 'mine' })).status).toBe(404);
      expect((await remove({}, ben)).status).toBe(404);
      const nobody = new Browser(bff);
      expect((await nobody.get(PASSKEYS)).status).toBe(401);
      expect((await nobody.post(`${PASSKEYS}/register/options`, {})).status).toBe(401);
      expect((await nobody.put(`${PASSKEYS}/${passkeyId}`, { name: 'x' })).status).toBe(401);
      expect((await remove({}, nobody)).status).toBe(401);
      expect(await list()).toMatchObject([{ passkeyId, name: 'Phone' }]);
    });
  });

  it('stand in for password and authenticator app together', async () => {
    await register();
    const { URI } = await import('otpauth');
    const { body: begun } = await browser.post('/api/auth/second-factor/totp/begin', { password: PASSWORD });
    const totp = URI.parse(begun.uri) as import('otpauth').TOTP;
    await browser.post('/api/auth/second-factor/totp/confirm', { code: totp.generate() });
    const someone = new Browser(bff);
    const asked = await someone.post('/api/auth/login', { email, password: PASSWORD });
    expect(asked.body).toMatchObject({ code: 'second-factor-required', methods: ['totp', 'recovery-code', 'passkey'] });
    expect((await signIn({}, device, someone)).status).toBe(200);
    expect([someone.has('ceex_session'), someone.has('ceex_pending')]).toEqual([true, false]);
  });
});
