import { type BffUnderTest, cookiesOf, PASSWORD, SAME_ORIGIN, startBff } from '../testing/bff-under-test';
import { networkOf } from './network-of';
import { type Count, MAX_WAIT_S, SlowDown, WINDOW_S } from './slow-down';

const ANNA = 'anna@example.org';
const START = new Date('2026-05-01T12:00:00Z').getTime();

describe('networkOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    [undefined, ''],
  ])('of %p is %p', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('the slow-down', () => {
  let bff: BffUnderTest;
  let slowDown: SlowDown;
  let now = START;
  let next = 0;
  beforeAll(async () => {
    bff = await startBff({ SIGN_IN_LIMIT_ACCOUNT: '3', SIGN_IN_LIMIT_ADDRESS: '20', TRUST_PROXY: '1' });
    slowDown = bff.app.get(SlowDown);
  });
  afterAll(() => bff.stop());
  beforeEach(() => {
    now = START;
    next += 1;
  });

  const count = (counted: Count['counted'] = 'account'): Count => ({ name: 'sign-in', counted, subject: `${next}` });
  const tryOnce = () => slowDown.try(count(), new Date(now));
  const after = (seconds: number) => (now += seconds * 1_000);

  it('lets some tries go free, then each must wait twice as long as the one before', async () => {
    for (let free = 0; free < 3; free += 1) expect(await tryOnce()).toBe(0);
    const waits: number[] = [];
    for (let further = 0; further < 11; further += 1) {
      const wait = await tryOnce();
      waits.push(wait);
      after(wait);
      expect(await tryOnce()).toBe(0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, MAX_WAIT_S, MAX_WAIT_S]);
  });

  it('does not count a try that it refuses: waiting is enough', async () => {
    for (let free = 0; free < 3; free += 1) await tryOnce();
    for (let refused = 0; refused < 50; refused += 1) expect(await tryOnce()).toBe(1);
    after(1);
    expect(await tryOnce()).toBe(0);
  });

  it('forgives with time', async () => {
    for (let free = 0; free < 3; free += 1) await tryOnce();
    after(1 + WINDOW_S);
    for (let free = 0; free < 3; free += 1) expect(await tryOnce()).toBe(0);
    expect(await tryOnce()).toBe(1);
  });

  it('begins anew for an account after the right secret, and gives an address one try back', async () => {
    for (let free = 0; free < 3; free += 1) await tryOnce();
    await slowDown.forgive(count());
    expect(await tryOnce()).toBe(0);
    const address = count('address');
    for (let free = 0; free < 20; free += 1) await slowDown.try(address, new Date(now));
    expect(await slowDown.try(address, new Date(now))).toBe(1);
    after(1);
    await slowDown.forgive(address);
    expect(await slowDown.try(address, new Date(now))).toBe(0);
  });

  it('counts tries at the same moment one after the other', async () => {
    const waits = await Promise.all(Array.from({ length: 12 }, tryOnce));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });

  it('is forgotten in the end, and keeps no name', async () => {
    await slowDown.try({ name: 'sign-in', counted: 'account', subject: 'secret@example.org' }, new Date(now));
    const rows = JSON.stringify(await bff.dataSource.query("SELECT encode(key, 'escape') AS key FROM slow_down"));
    expect(rows).not.toContain('secret');
    await slowDown.forgetOld(new Date(now + 2 * 3_600_000));
    expect(await bff.dataSource.query('SELECT * FROM slow_down WHERE open_at < $1', [new Date(now + 1)])).toEqual([]);
  });

  describe('of sign-ins', () => {
    const login = (email: string, password: string, from: string, cookie = '') =>
      bff
        .http()
        .post('/api/auth/login')
        .set({ 'x-forwarded-for': from, ...SAME_ORIGIN, ...(cookie && { cookie }) })
        .send({ email, password });

    it('does not reach the owner’s own browser, which has a count of its own', async () => {
      const first = await login(ANNA, PASSWORD, '10.1.0.1').expect(200);
      const { device } = cookiesOf(first);
      expect(device).toMatch(/^ceex_device=/);
      for (let guess = 0; guess < 3; guess += 1) await login(ANNA, 'wrong', `10.1.1.${guess}`).expect(401);
      await login(ANNA, PASSWORD, '10.1.1.9').expect(429);
      await login(ANNA, PASSWORD, '10.1.0.1', device).expect(200);
      for (let guess = 0; guess < 3; guess += 1) await login(ANNA, 'wrong', '10.1.0.1', device).expect(401);
      const { headers } = await login(ANNA, PASSWORD, '10.1.0.1', device).expect(429);
      expect(headers['retry-after']).toBe('1');
    });

    it('knows the browser for no other account', async () => {
      const { device } = cookiesOf(await login('ben@example.org', PASSWORD, '10.2.0.1').expect(200));
      for (let guess = 0; guess < 3; guess += 1) await login('otto@example.org', 'wrong', '10.2.0.2').expect(401);
      await login('otto@example.org', PASSWORD, '10.2.0.1', device).expect(429);
    });

    it('counts looking at the sign-in page apart from signing in with a passkey', async () => {
      const post = (path: string, body?: object) =>
        bff
          .http()
          .post(`/api/auth/passkeys/${path}`)
          .set({ 'x-forwarded-for': '10.4.0.1', ...SAME_ORIGIN })
          .send(body);
      for (let view = 0; view < 25; view += 1) await post('options').expect(200);
      await post('login', {}).expect(400);
      for (let view = 25; view < 200; view += 1) await post('options').expect(200);
      await post('options').expect(429);
    });

    it('believes no cookie that is not ours', async () => {
      for (let guess = 0; guess < 3; guess += 1) await login('zoe@example.org', 'wrong', '10.3.0.1').expect(401);
      await login('zoe@example.org', 'wrong', '10.3.0.2', 'ceex_device=eyJhbGciOiJub25lIn0.e30.').expect(429);
    });
  });
});
