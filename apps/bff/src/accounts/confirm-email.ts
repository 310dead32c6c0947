import type { EmailChangeState } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { Outbox } from '../mail/outbox';
import { Sessions } from '../sessions/sessions';
import { EmailChangeRow } from '../users/email-change.entity';
import { OneTimeTokens } from '../users/one-time-tokens';
import { User } from '../users/user.entity';
import { Users } from '../users/users';
import { after } from './letter-lives';

const PURPOSES = { old: 'confirm-old-email', new: 'confirm-new-email' } as const;
type Side = keyof typeof PURPOSES;

/** What the reader of one of the two mailboxes says to a change of address. */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tokens: OneTimeTokens,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** To which address the letter of a link was sent; undefined where the link does not work any more. */
  async check(token: string, now = new Date()): Promise<Side | undefined> {
    for (const side of ['old', 'new'] as const)
      if (await this.tokens.peek(this.dataSource.manager, PURPOSES[side], token, now)) return side;
    return undefined;
  }

  /** Throws `link-not-valid`. */
  run(token: string, answer: 'confirm' | 'object', now = new Date()): Promise<EmailChangeState> {
    return this.dataSource.transaction(async (manager) => {
      const side = await this.check(token, now);
      const used = side && (await this.tokens.use(manager, PURPOSES[side], token, now));
      const change = used?.userId ? await living(manager, used.userId, now) : null;
      if (!side || !change) throw new Failure('link-not-valid');
      if (answer === 'object') {
        await this.stop(manager, change.userId);
        // Whoever began the change knew the password, and it was not the owner: nobody stays signed in.
        if (side === 'old') await this.sessions.endAllOf(manager, change.userId, undefined, now);
        return 'stopped';
      }
      return this.confirm(manager, change, side, now);
    });
  }

  private async confirm(
    manager: EntityManager,
    change: EmailChangeRow,
    side: Side,
    now: Date,
  ): Promise<EmailChangeState> {
    const { userId, newEmail } = change;
    const confirmed = { ...change, [side === 'old' ? 'oldConfirmedAt' : 'newConfirmedAt']: now };
    const { oldConfirmedAt, newConfirmedAt } = confirmed;
    if (!oldConfirmedAt || !newConfirmedAt) {
      await manager.update(EmailChangeRow, { userId }, { oldConfirmedAt, newConfirmedAt });
      return 'waiting';
    }
    await this.stop(manager, userId);
    // Somebody may have made an account with the address in the meantime.
    if (await this.users.byEmail(newEmail, manager)) return 'stopped';
    const { email: oldEmail, language } = await manager.findOneByOrFail(User, { id: userId });
    await manager.update(User, { id: userId }, { email: newEmail });
    for (const to of [oldEmail, newEmail])
      await this.outbox.put(manager, { to, language, kind: 'email-changed', data: {}, expiresAt: after(now) });
    await this.audit.record(manager, { actorId: userId, action: 'email-changed', subject: { userId } });
    return 'done';
  }

  /** Ends a change, done or not, with the links of its letters; a reset link was sent to the old address and ends too. */
  private async stop(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(EmailChangeRow, { userId });
    await this.tokens.endAllOf(manager, userId, 'confirm-old-email', 'confirm-new-email', 'reset-password');
  }
}

function living(manager: EntityManager, userId: string, now: Date): Promise<EmailChangeRow | null> {
  return manager.findOne(EmailChangeRow, {
    where: { userId, expiresAt: MoreThan(now) },
    lock: { mode: 'pessimistic_write' },
  });
}
