import { createTestDatabase, type TestDatabase } from '@ceex/server/testing';
import { DataSource } from 'typeorm';
import { bffDatabase } from '../database/bff-database';
import { sessionsOn } from '../testing/sessions-on';
import { Callers } from './callers';
import { Passwords } from './passwords';
import { type ProvisionInput, provisionUsers, readProvisionInput } from './provision-users';
import { User } from './user.entity';

const ANNA = {
  email: 'Anna@Example.org',
  password: 'first password',
  language: 'de' as const,
  operates: [3, 3],
  nodes: [{ nodeId: 7, communityId: 1 }],
  administers: false,
};

describe('provisioning', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const passwords = new Passwords({ ARGON2_MEMORY_KIB: 8_192, ARGON2_TIME: 1, ARGON2_PARALLELISM: 1 });
  const accountOf = (email: string) => dataSource.getRepository(User).findOneBy({ email: email.trim().toLowerCase() });
  const provision = (...users: ProvisionInput['users']) => provisionUsers(dataSource, passwords, { users });

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(bffDatabase(database.url)).initialize();
    await dataSource.runMigrations();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('creates accounts, and doing it again changes nothing', async () => {
    expect(await provision(ANNA)).toEqual({ created: 1, updated: 0, kept: 0 });
    const before = await dataSource.query('SELECT * FROM user_account');
    const session = await sessionsOn(dataSource).begin(before[0].id);
    expect(await provision({ ...ANNA, email: 'anna@example.org' })).toEqual({ created: 0, updated: 1, kept: 0 });
    expect(await dataSource.query('SELECT * FROM user_account')).toEqual(before);
    expect(await new Callers(dataSource).find(session.sessionId, session.userId)).toMatchObject({
      email: 'anna@example.org',
      operates: [3],
      nodes: [{ nodeId: 7, communityId: 1 }],
    });
  });

  it('replaces rights and language', async () => {
    await provision({ ...ANNA, language: 'en', operates: [], nodes: [{ nodeId: 8, communityId: 2 }] });
    expect(await dataSource.query('SELECT node_id, community_id FROM user_node')).toEqual([
      { node_id: 8, community_id: 2 },
    ]);
    expect(await dataSource.query('SELECT * FROM user_role')).toEqual([]);
    expect((await accountOf(' ANNA@example.org '))?.language).toBe('en');
  });

  it('replaces a password and ends the sessions that the old one began', async () => {
    const { id, passwordHash } = (await accountOf(ANNA.email)) ?? { id: '' };
    const session = await sessionsOn(dataSource).begin(id);
    await provision({ ...ANNA, password: 'second password' });
    const user = await accountOf(ANNA.email);
    expect(user?.passwordHash).not.toBe(passwordHash);
    expect(await passwords.matches(user?.passwordHash, 'second password')).toBe(true);
    expect(await passwords.matches(user?.passwordHash, ANNA.password)).toBe(false);
    expect(await new Callers(dataSource).find(session.sessionId, id)).toBeUndefined();
  });

  it('leaves what people changed since alone, where only new accounts are wanted', async () => {
    const dora = { ...ANNA, id: '6f9c3c3e-6c1c-4d4e-9a53-0c7d7a5b3d11', email: 'dora@example.org' };
    const again = () => provisionUsers(dataSource, passwords, { users: [dora], onlyNew: true });
    expect(await again()).toEqual({ created: 1, updated: 0, kept: 0 });
    const passwordHash = await passwords.hash('a password of her own');
    await dataSource
      .getRepository(User)
      .update({ id: dora.id }, { email: 'new@example.net', passwordHash, language: 'fr' });
    await dataSource.query('DELETE FROM user_node WHERE user_id = $1', [dora.id]);
    const session = await sessionsOn(dataSource).begin(dora.id);
    expect(await again()).toEqual({ created: 0, updated: 0, kept: 1 });
    expect(await accountOf('dora@example.org')).toBeNull();
    expect(await accountOf('new@example.net')).toMatchObject({ id: dora.id, passwordHash, language: 'fr' });
    expect(await new Callers(dataSource).find(session.sessionId, dora.id)).toMatchObject({ nodes: [] });
  });

  it('gives and takes administration, and writes down what it changed, once', async () => {
    const eva = { ...ANNA, email: 'eva@example.org', nodes: [], operates: [] };
    const entries = () =>
      dataSource.query(
        `SELECT actor_id, before, after FROM audit_entry WHERE action = 'account-provisioned'
           AND subject->>'userId' = (SELECT id::text FROM user_account WHERE email = 'eva@example.org') ORDER BY id`,
      );
    await provision({ ...eva, administers: true });
    await provision({ ...eva, administers: true });
    expect(
      await dataSource.query('SELECT u.email FROM server_administrator JOIN user_account u ON u.id = user_id'),
    ).toEqual([{ email: 'eva@example.org' }]);
    await provision(eva);
    expect(await dataSource.query('SELECT * FROM server_administrator')).toEqual([]);
    const nothing = { nodes: [], operates: [], administers: false };
    expect(await entries()).toEqual([
      { actor_id: null, before: nothing, after: { ...nothing, administers: true } },
      { actor_id: null, before: { ...nothing, administers: true }, after: nothing },
    ]);
  });

  it('is all or nothing', async () => {
    const tooLong = 'x'.repeat(50);
    await dataSource.query(`ALTER TABLE user_account ADD CONSTRAINT short CHECK (length(email) < 50)`);
    await expect(
      provision({ ...ANNA, email: 'new@example.org' }, { ...ANNA, email: `${tooLong}@example.org` }),
    ).rejects.toThrow(/short/);
    expect(await accountOf('new@example.org')).toBeNull();
  });

  it('names what is wrong with its input', () => {
    expect(readProvisionInput('{')).toEqual({ faults: ['not JSON'] });
    const input = { users: [{ ...ANNA, password: 'short', nodes: [{ nodeId: 'x', communityId: 1 }] }] };
    expect(readProvisionInput(JSON.stringify(input))).toEqual({
      faults: [
        'users.0.password: must have at least 8 characters',
        expect.stringMatching(/^users\.0\.nodes\.0\.nodeId: /),
      ],
    });
    expect(readProvisionInput(JSON.stringify({ users: [ANNA] }))).toEqual({ users: [ANNA] });
  });
});

describe('passwords', () => {
  const passwords = new Passwords({ ARGON2_MEMORY_KIB: 19_456, ARGON2_TIME: 2, ARGON2_PARALLELISM: 1 });

  it('are hashed with argon2id at the configured cost, each with a salt of its own', async () => {
    const [one, two] = [await passwords.hash('secret'), await passwords.hash('secret')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('never match without an account, not even the stand-in’s', async () => {
    expect(await passwords.matches(undefined, 'no account has this password')).toBe(false);
  });
});
