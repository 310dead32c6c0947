import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { type BffUnderTest, PASSWORD, startBff } from '../testing/bff-under-test';
import { Browser } from '../testing/browser';
import { SecretSeal } from './secret-seal';

const OLD_KEY = 'the-key-before-for-tests-0123456789';
const ANNA = { email: 'anna@example.org', password: PASSWORD };
const TRIES = 3;

describe('guesses, and a key that is being changed', () => {
  let bff: BffUnderTest;
  beforeAll(async () => {
    bff = await startBff({ SECOND_FACTOR_KEY_PREVIOUS: OLD_KEY, SIGN_IN_LIMIT_ACCOUNT: String(TRIES) });
  });
  afterAll(() => bff.stop());

  it.each([
    ['/api/auth/second-factor/totp/begin', {}],
    ['/api/auth/second-factor/totp/remove', { proof: { code: '123456' } }],
    ['/api/auth/second-factor/recovery-codes', { code: '123456' }],
    ['/api/auth/passkeys/register/options', {}],
  ])('slows down whoever guesses the password with a stolen session at %s', async (path, more) => {
    const browser = new Browser(bff);
    await browser.post('/api/auth/login', { email: 'ben@example.org', password: PASSWORD });
    await bff.dataSource.query('DELETE FROM slow_down');
    const guess = async (password: string) => (await browser.post(path, { ...more, password })).body.code;
    for (let tried = 0; tried < TRIES; tried += 1) expect(await guess('wrong')).toBe('wrong-password');
    expect(await guess(PASSWORD)).toBe('too-many-requests');
  });

  it('takes the code of a secret that the key before sealed, and seals it anew', async () => {
    const [{ id }] = await bff.dataSource.query(`SELECT id FROM user_account WHERE email = $1`, [ANNA.email]);
    const secret = Uint8Array.from(randomBytes(20));
    const before = new SecretSeal({ SECOND_FACTOR_KEY: OLD_KEY, SECOND_FACTOR_KEY_PREVIOUS: undefined });
    const { sealedSecret, keyId } = before.seal(secret, id);
    await bff.dataSource.query(
      'INSERT INTO totp_factor (user_id, sealed_secret, key_id, begun_at, confirmed_at) VALUES ($1, $2, $3, now(), now())',
      [id, sealedSecret, keyId],
    );
    const totp = new TOTP({ secret: new Secret({ buffer: secret.buffer }) });
    // Steps one after the other, so that none is used twice.
    for (const seconds of [0, 30]) {
      const browser = new Browser(bff);
      await browser.post('/api/auth/login', ANNA);
      const code = totp.generate({ timestamp: Date.now() + seconds * 1_000 });
      expect((await browser.post('/api/auth/login/second-factor', { code })).status).toBe(200);
      const [row] = await bff.dataSource.query('SELECT key_id FROM totp_factor WHERE user_id = $1', [id]);
      expect(row.key_id).not.toBe(keyId);
    }
  });
});
