import { type BffUnderTest, cookiesOf, PASSWORD, SAME_ORIGIN, startBff } from '../testing/bff-under-test';
import { watchLetters } from '../testing/watch-letters';

describe('logs', () => {
  let bff: BffUnderTest;
  const lines: string[] = [];
  beforeAll(async () => {
    bff = await startBff(
      { LOG_LEVEL: 'trace', OPEN_REGISTRATION: 'true', LETTER_LIMIT_ACCOUNT: '2' },
      { write: (line: string) => lines.push(line) },
    );
  });
  afterAll(() => bff.stop());

  it('have no address, password, token or cookie in them, whatever people do', async () => {
    const letters = watchLetters(bff.app);
    const secrets: string[] = [PASSWORD, 'wrong password', 'anna@', 'zoe@', 'example.org', 'new@'];
    const post = (path: string, body: object, cookie = '') =>
      bff
        .http()
        .post(`/api/auth/${path}`)
        .set({ ...SAME_ORIGIN, ...(cookie && { cookie }) })
        .send(body);

    await post('login', { email: 'anna@example.org', password: 'wrong password' }).expect(401);
    const { session, refresh, device } = cookiesOf(
      await post('login', { email: 'anna@example.org', password: PASSWORD }).expect(200),
    );
    const renewed = cookiesOf(await post('refresh', {}, refresh).expect(200));
    const again = cookiesOf(await post('refresh', {}, renewed.refresh).expect(200));
    await bff
      .http()
      .put('/api/auth/me/email')
      .set({ ...SAME_ORIGIN, cookie: session })
      .send({ email: 'new@example.org', password: PASSWORD })
      .expect(200);
    await post('request-reset-email', { email: 'anna@example.org' }).expect(204);
    await post('register', { email: 'zoe@example.org', language: 'de' }).expect(204);
    const reset = await letters.token('anna@example.org', 'reset-password');
    const verify = await letters.token('zoe@example.org', 'verify-registration');
    const confirm = await letters.token('new@example.org', 'confirm-email');
    await post('reset-password', { token: reset, password: 'password' }).expect(422);
    await post('reset-password', { token: reset, password: 'a sentence of mine' }).expect(204);
    await post('register/complete', { token: verify, password: 'another of mine', language: 'de' }).expect(200);
    await post('confirm-email', { token: confirm, answer: 'confirm' }).expect(410);
    await post('refresh', {}, refresh).expect(401);
    await bff.http().get(`/api/config?email=anna@example.org&token=${reset}`);
    // An unexpected fault is logged with all that it says.
    await bff.dataSource.query('ALTER TABLE mail_request RENAME TO away');
    await post('request-reset-email', { email: 'anna@example.org' }).expect(500);
    await bff.dataSource.query('ALTER TABLE away RENAME TO mail_request');

    secrets.push(reset, verify, confirm, 'a sentence of mine', 'another of mine');
    for (const cookie of [session, refresh, device, renewed.refresh, again.refresh])
      secrets.push(cookie.split('=')[1] ?? '');
    const all = lines.join('');
    expect(all).toContain('/api/auth/reset-password');
    expect(secrets.filter((secret) => secret === '' || all.includes(secret))).toEqual([]);
  });
});
