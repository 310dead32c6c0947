import { MAX_SESSIONS_LISTED, type SessionOfMine } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { Session } from '../sessions/session.entity';
import { Sessions } from '../sessions/sessions';
import type { Caller } from '../users/caller';

/** The sessions of one user, for that user. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /** Those that live, and those that ended because a token was used twice and that would live otherwise. */
  async list({ userId, sessionId }: Caller, now = new Date()): Promise<SessionOfMine[]> {
    const mine = { userId, expiresAt: MoreThan(now) };
    const rows = await this.dataSource.getRepository(Session).find({
      where: [
        { ...mine, endedAt: IsNull() },
        { ...mine, endReason: 'reused' },
      ],
      order: { lastUsedAt: 'DESC' },
      take: MAX_SESSIONS_LISTED,
    });
    return rows.map((row) => ({
      sessionId: row.id,
      device: row.device,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      current: row.id === sessionId,
      endedForReuseAt: row.endedAt?.toISOString() ?? null,
    }));
  }

  /** Ends one; throws `not-found` where it is somebody else's, or has ended. */
  async end({ userId }: Caller, sessionId: string, now = new Date()): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const living = { id: sessionId, userId, endedAt: IsNull() };
      const { affected } = await manager.update(Session, living, { endedAt: now, endReason: 'ended' });
      if (affected !== 1) throw new Failure('not-found');
      const subject = { userId, sessionId };
      await this.audit.record(manager, { actorId: userId, action: 'session-ended', subject });
    });
  }

  /** Ends all but the caller's own. */
  async endOthers({ userId, sessionId }: Caller, now = new Date()): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.sessions.endAllOf(manager, userId, sessionId, now);
      await this.audit.record(manager, { actorId: userId, action: 'sessions-ended', subject: { userId } });
    });
  }
}
