import type { AuditEntryView } from '@ceex/contracts';
import { createTestDatabase, type TestDatabase } from '@ceex/server/testing';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { bffDatabase } from '../database/bff-database';
import { type BffUnderTest, startBff } from '../testing/bff-under-test';
import { User } from '../users/user.entity';
import { AuditLog } from './audit-log';

const CHANGES = [
  `UPDATE audit_entry SET action = 'nothing'`,
  `UPDATE audit_entry SET action = 'nothing' WHERE false`,
  'DELETE FROM audit_entry',
  'TRUNCATE audit_entry',
];

describe('the table of the audit log', () => {
  let database: TestDatabase;
  let superuser: DataSource;
  let app: DataSource;
  const role = `ceex_bff_${randomUUID().replaceAll('-', '')}`;

  beforeAll(async () => {
    database = await createTestDatabase();
    superuser = await new DataSource(bffDatabase(database.url)).initialize();
    await superuser.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    await superuser.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} OWNER TO ${role}`);
    const url = new URL(database.url);
    url.username = role;
    url.password = 'secret';
    // As in production: one role migrates and serves.
    app = await new DataSource(bffDatabase(url.href)).initialize();
    await app.runMigrations();
    await new AuditLog().record(app.manager, { actorId: null, action: 'cleared-again', subject: {} });
  });
  afterAll(async () => {
    await app.destroy();
    await superuser.query(`REASSIGN OWNED BY ${role} TO CURRENT_USER`);
    await superuser.query(`DROP OWNED BY ${role}`);
    await superuser.query(`DROP ROLE ${role}`);
    await superuser.destroy();
    await database.drop();
  });

  it.each(CHANGES)('gives the role of the BFF no right to: %s', async (sql) => {
    await expect(app.query(sql)).rejects.toThrow('permission denied for table audit_entry');
  });

  it.each(CHANGES)('refuses even a role with every right to: %s', async (sql) => {
    await expect(superuser.query(sql)).rejects.toThrow('audit_entry is append-only');
  });

  it('still has its entry', async () => {
    expect(await app.query('SELECT action FROM audit_entry')).toEqual([{ action: 'cleared-again' }]);
  });
});

describe('the audit log', () => {
  let bff: BffUnderTest;
  let anna: User;
  const gone = randomUUID();
  const get = async (name: 'anna' | 'otto' | 'olga' | 'ada', path: string) =>
    bff
      .http()
      .get(path)
      .set('cookie', (await bff.signIn(name)).session);
  const entriesOf = async (path: string): Promise<AuditEntryView[]> => (await get('otto', path)).body.entries;

  beforeAll(async () => {
    bff = await startBff();
    anna = await bff.dataSource.getRepository(User).findOneByOrFail({ email: 'anna@example.org' });
    const log = bff.app.get(AuditLog);
    const { manager } = bff.dataSource;
    await log.record(manager, {
      actorId: anna.id,
      communityId: 1,
      action: 'strategy-changed',
      subject: { nodeId: 7 },
      before: { strategy: 'never-lose' },
      after: { strategy: 'flexibility', list: [1, 2] },
    });
    await log.record(manager, { actorId: gone, communityId: 1, action: 'node-removed', subject: { userId: anna.id } });
    await log.record(manager, { actorId: null, communityId: 1, action: 'role-granted', subject: { userId: gone } });
    await log.record(manager, { actorId: anna.id, communityId: 2, action: 'node-shared', subject: { nodeId: 9 } });
    await log.record(manager, { actorId: anna.id, action: 'password-reset', subject: { userId: anna.id } });
  });
  afterAll(() => bff.stop());

  it('tells the operator who changed what in the community, newest first', async () => {
    const person = { userId: anna.id, email: 'anna@example.org' };
    const nobody = { userId: gone, email: null };
    expect(await entriesOf('/api/community/1/audit')).toMatchObject([
      { action: 'role-granted', actor: null, person: nobody, before: null, after: null },
      { action: 'node-removed', actor: nobody, person },
      {
        action: 'strategy-changed',
        actor: person,
        person: null,
        subject: { nodeId: 7 },
        before: { strategy: 'never-lose' },
        after: { strategy: 'flexibility', list: [1, 2] },
      },
    ]);
  });

  it('is filtered by action and by actor', async () => {
    const actions = async (query: string) =>
      (await entriesOf(`/api/community/1/audit?${query}`)).map(({ action }) => action);
    expect(await actions('action=node-removed')).toEqual(['node-removed']);
    expect(await actions(`actor=${anna.id}`)).toEqual(['strategy-changed']);
    expect(await actions(`actor=${anna.id}&action=node-removed`)).toEqual([]);
  });

  it('is read page by page', async () => {
    const seen: string[] = [];
    for (let path: string | undefined = '/api/community/1/audit?limit=1'; path !== undefined;) {
      const { body }: { body: { entries: AuditEntryView[]; next: number | null } } = await get('otto', path);
      seen.push(...body.entries.map(({ action }) => action));
      path = body.next === null ? undefined : `/api/community/1/audit?limit=1&before=${body.next}`;
    }
    expect(seen).toEqual(['role-granted', 'node-removed', 'strategy-changed']);
  });

  it('is the operator’s, and where it belongs to no community the administrator’s', async () => {
    for (const name of ['anna', 'olga', 'ada'] as const)
      expect((await get(name, '/api/community/1/audit')).status).toBe(403);
    expect((await get('otto', '/api/admin/audit')).status).toBe(403);
    const { body } = await get('ada', '/api/admin/audit?action=password-reset');
    expect(body.entries).toMatchObject([{ action: 'password-reset', actor: { email: 'anna@example.org' } }]);
    expect((await get('ada', '/api/admin/audit?action=node-shared')).body.entries).toEqual([]);
  });

  it.each(['action=nothing', 'actor=anna', 'limit=1000', 'before=0', 'from=2026'])('refuses %s', async (query) => {
    expect((await get('otto', `/api/community/1/audit?${query}`)).status).toBe(400);
  });

  it('has no entry of a change that was not made', async () => {
    const failing = bff.dataSource.transaction(async (manager) => {
      await bff.app
        .get(AuditLog)
        .record(manager, { actorId: null, communityId: 1, action: 'tariff-changed', subject: {} });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await entriesOf('/api/community/1/audit?action=tariff-changed')).toEqual([]);
  });
});
