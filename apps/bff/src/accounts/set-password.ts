import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { Outbox } from '../mail/outbox';
import { Sessions } from '../sessions/sessions';
import { EmailChangeRow } from '../users/email-change.entity';
import { OneTimeTokens } from '../users/one-time-tokens';
import type { User } from '../users/user.entity';
import { Users } from '../users/users';
import { after } from './letter-lives';

/** Who set the password: somebody signed in with this session, or the reader of a letter. */
export type SetBy = { readonly sessionId: string } | 'letter';

/** Sets a password that the policy let through, with all that follows from it. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly tokens: OneTimeTokens,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * In the caller's transaction: the sessions end (but the one that set it), links of earlier letters are worth nothing
   * any more, the owner gets a letter. Whoever sets it by a letter did not know who else has the old password: a change
   * of address that is under way ends too.
   */
  async run(
    manager: EntityManager,
    { id, email, language }: User,
    password: string,
    by: SetBy,
    now: Date,
  ): Promise<void> {
    const byLetter = by === 'letter';
    await this.users.setPassword(manager, id, password);
    await this.sessions.endAllOf(manager, id, byLetter ? undefined : by.sessionId, now);
    if (byLetter) {
      await this.tokens.endAllOf(manager, id);
      await manager.delete(EmailChangeRow, { userId: id });
    } else await this.tokens.endAllOf(manager, id, 'reset-password');
    await this.outbox.put(manager, { to: email, language, kind: 'password-changed', data: {}, expiresAt: after(now) });
    await this.audit.record(manager, {
      actorId: byLetter ? null : id,
      action: byLetter ? 'password-reset' : 'password-changed',
      subject: { userId: id },
    });
  }
}
