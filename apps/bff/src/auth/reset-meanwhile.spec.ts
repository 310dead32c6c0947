import { ChangePassword } from '../accounts/change-password';
import { SetPassword } from '../accounts/set-password';
import { AskSecondFactor } from '../second-factor/ask-second-factor';
import { PendingSignIns } from '../second-factor/pending-sign-ins';
import { Session } from '../sessions/session.entity';
import { type BffUnderTest, PASSWORD, startBff } from '../testing/bff-under-test';
import { Browser } from '../testing/browser';
import { Callers } from '../users/callers';
import { PasswordPolicy } from '../users/password-policy';
import { Passwords } from '../users/passwords';
import { User } from '../users/user.entity';
import { TOTP, URI } from 'otpauth';
import { IsNull } from 'typeorm';

const EMAIL = 'anna@example.org';
const NEW = 'quite another sentence';

/** Somebody knows Anna's old password; Anna sets a new one at the very moment when they use it. */
describe('a password that is set while somebody signs in with the old one', () => {
  let bff: BffUnderTest;
  let browser: Browser;
  beforeEach(async () => {
    bff = await startBff();
    browser = new Browser(bff);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await bff.stop();
  });

  const anna = () => bff.dataSource.getRepository(User).findOneByOrFail({ email: EMAIL });
  const livingSessions = async () =>
    bff.dataSource.getRepository(Session).countBy({ userId: (await anna()).id, endedAt: IsNull() });
  const login = () => browser.post('/api/auth/login', { email: EMAIL, password: PASSWORD });
  const reset = async () => {
    const user = await anna();
    await bff.dataSource.transaction((manager) =>
      bff.app.get(SetPassword, { strict: false }).run(manager, user, NEW, 'letter', new Date()),
    );
  };
  /** Lets a step end, then sets the new password before anything else happens. */
  const resetAfter = (step: { prototype: object }, method: string) => {
    const steps = step.prototype as Record<string, (...given: unknown[]) => Promise<unknown>>;
    const run = steps[method]!;
    jest.spyOn(steps, method).mockImplementationOnce(async function (this: unknown, ...given) {
      const outcome = await run.apply(this, given);
      await reset();
      return outcome;
    });
  };

  it('misses no session that begins after the password was looked at', async () => {
    resetAfter(AskSecondFactor, 'run');
    const answer = await login();
    expect([answer.status, answer.body.code]).toEqual([401, 'wrong-credentials']);
    expect([browser.has('ceex_session'), await livingSessions()]).toEqual([false, 0]);
  });

  it('misses no session that begins after the second step', async () => {
    await login();
    const { body: begun } = await browser.post('/api/auth/second-factor/totp/begin', { password: PASSWORD });
    const app = URI.parse(begun.uri) as TOTP;
    const lastCode = app.generate({ timestamp: Date.now() - 30_000 });
    await browser.post('/api/auth/second-factor/totp/confirm', { code: lastCode });
    await browser.post('/api/auth/logout');
    expect((await login()).body.code).toBe('second-factor-required');
    resetAfter(PendingSignIns, 'finish');
    const answer = await browser.post('/api/auth/login/second-factor', { code: app.generate() });
    expect([answer.status, answer.body.code]).toEqual([401, 'wrong-credentials']);
    expect([browser.has('ceex_session'), await livingSessions()]).toEqual([false, 0]);
  });

  it('makes a session wait that begins before it is through', async () => {
    const { id } = await anna();
    const passwordHash = await bff.app.get(Passwords).hash(NEW);
    const holder = bff.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.manager.update(User, { id }, { passwordHash });
    const answer = login();
    const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    for (let n = 0; n < 1;) [{ n }] = await bff.dataSource.query(waiting);
    await holder.commitTransaction();
    await holder.release();
    expect((await answer).status).toBe(401);
    expect(await livingSessions()).toBe(0);
  });

  it('is not set back by a sign-in that hashes the old one anew', async () => {
    const { Passwords: Hasher } = await import('../users/passwords');
    const costly = new Hasher({ ARGON2_MEMORY_KIB: 8_192, ARGON2_TIME: 2, ARGON2_PARALLELISM: 1 });
    const { id } = await anna();
    await bff.dataSource.getRepository(User).update({ id }, { passwordHash: await costly.hash(PASSWORD) });
    resetAfter(Passwords, 'matches');
    expect((await login()).status).toBe(401);
    expect((await browser.post('/api/auth/login', { email: EMAIL, password: NEW })).status).toBe(200);
  });

  it('is not changed by whoever knew the old one', async () => {
    await login();
    const { id } = await anna();
    const session = await bff.dataSource.getRepository(Session).findOneByOrFail({ userId: id, endedAt: IsNull() });
    const caller = await bff.app.get(Callers, { strict: false }).find(session.id, id);
    resetAfter(PasswordPolicy, 'refuse');
    const change = bff.app.get(ChangePassword, { strict: false }).run(caller!, PASSWORD, 'a thief’s own sentence');
    await expect(change).rejects.toMatchObject({ code: 'wrong-password' });
    expect((await browser.post('/api/auth/login', { email: EMAIL, password: NEW })).status).toBe(200);
  });
});
