import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { Outbox } from '../mail/outbox';
import { User } from '../users/user.entity';
import type { Session } from './session.entity';

const WEEK_MS = 7 * 86_400_000;

/** Tells a user that a session was ended because a token of it came back: somebody may have copied it. */
@Injectable()
export class TellOfReuse {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async run(manager: EntityManager, { id, userId, device }: Session, now: Date): Promise<void> {
    const { email, language } = await manager.findOneByOrFail(User, { id: userId });
    await this.outbox.put(manager, {
      to: email,
      language,
      kind: 'session-reused',
      data: { device, at: now.toISOString() },
      expiresAt: new Date(now.getTime() + WEEK_MS),
    });
    await this.audit.record(manager, { actorId: null, action: 'session-reused', subject: { userId, sessionId: id } });
  }
}
