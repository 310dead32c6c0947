import { createTestDatabase, type TestDatabase } from '@ceex/server/testing';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { bffDatabase } from '../database/bff-database';
import { User } from '../users/user.entity';
import { Session } from './session.entity';
import { IDLE_DAYS, MAX_DAYS, sessionsOn } from '../testing/sessions-on';
import { GRACE_MS, type Sessions } from './sessions';

const NOW = new Date('2026-05-01T12:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const DAY_MS = 86_400_000;

describe('sessions', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let sessions: Sessions;
  const userId = randomUUID();

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(bffDatabase(database.url)).initialize();
    await dataSource.runMigrations();
    await dataSource
      .getRepository(User)
      .insert({ id: userId, email: 'a@example.org', passwordHash: 'x', language: 'de', pseudonym: randomUUID() });
    sessions = sessionsOn(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('keep no token that could be used by whoever reads the database', async () => {
    const { sessionId, refreshToken = '' } = await sessions.begin(userId, 'Firefox on Linux', NOW);
    const row = await dataSource.getRepository(Session).findOneByOrFail({ id: sessionId });
    expect(row.tokenHash).toHaveLength(32);
    expect(refreshToken.split('.')[1]).toHaveLength(43);
    expect(JSON.stringify(row)).not.toContain(refreshToken.split('.')[1]);
  });

  it('honour the token before for a moment, then take it for a stolen one', async () => {
    const begun = await sessions.begin(userId, 'Firefox on Linux', NOW);
    const renewed = await sessions.renew(begun.refreshToken, later(1_000));
    expect(renewed?.refreshToken).toBeDefined();
    expect(await sessions.renew(begun.refreshToken, later(1_000 + GRACE_MS))).toEqual({
      sessionId: begun.sessionId,
      userId,
      expiresAt: renewed?.expiresAt,
    });
    expect(await sessions.renew(begun.refreshToken, later(1_001 + GRACE_MS))).toBeUndefined();
    expect(await sessions.renew(renewed?.refreshToken, later(2_000 + GRACE_MS))).toBeUndefined();
  });

  it('last thirty days from the last use', async () => {
    const begun = await sessions.begin(userId, 'Firefox on Linux', NOW);
    const last = later(IDLE_DAYS * DAY_MS - 1);
    const renewed = await sessions.renew(begun.refreshToken, last);
    expect(renewed).toBeDefined();
    const expired = new Date(last.getTime() + IDLE_DAYS * DAY_MS);
    expect(await sessions.renew(renewed?.refreshToken, expired)).toBeUndefined();
  });

  it('last ninety days at most, however much they are used', async () => {
    let grant = await sessions.begin(userId, 'Firefox on Linux', NOW);
    for (let day = 20; day < MAX_DAYS; day += 20) {
      const renewed = await sessions.renew(grant.refreshToken, later(day * DAY_MS));
      grant = renewed ?? grant;
      expect(renewed?.refreshToken).toBeDefined();
    }
    expect(grant.expiresAt).toEqual(later(MAX_DAYS * DAY_MS));
    expect(await sessions.renew(grant.refreshToken, later(MAX_DAYS * DAY_MS))).toBeUndefined();
  });

  it('are not ended by a sign-out with somebody else’s guess', async () => {
    const begun = await sessions.begin(userId, 'Firefox on Linux', NOW);
    await sessions.endByToken(`${begun.sessionId}.${'A'.repeat(43)}`);
    expect(await sessions.renew(begun.refreshToken, later(1))).toBeDefined();
  });

  it('are forgotten once they have expired', async () => {
    const begun = await sessions.begin(userId, 'Firefox on Linux', NOW);
    const kept = await sessions.begin(userId, 'Firefox on Linux', later(DAY_MS));
    await sessions.forgetExpired(later(IDLE_DAYS * DAY_MS + 1));
    const ids = (await dataSource.getRepository(Session).find()).map(({ id }) => id);
    expect(ids).not.toContain(begun.sessionId);
    expect(ids).toContain(kept.sessionId);
  });
});
