import { Failure } from '@ceex/server';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { Outbox } from '../mail/outbox';
import type { Caller } from '../users/caller';
import { EmailChangeRow } from '../users/email-change.entity';
import { OneTimeTokens } from '../users/one-time-tokens';
import { normalEmail, Users } from '../users/users';
import { after, EMAIL_CHANGE_MINUTES } from './letter-lives';
import { linkTo } from './link-to';

/** Begins a change of the caller's address: each of the two addresses gets a letter, and must say yes. */
@Injectable()
export class BeginEmailChange {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
    private readonly tokens: OneTimeTokens,
    private readonly outbox: Outbox,
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
  ) {}

  /**
   * Throws `wrong-password`, and `unprocessable` for the address that the account has already. It answers the same
   * where the new address has an account: that one's owner gets a letter, and the change never comes about.
   */
  async run(caller: Caller, email: string, password: string, now = new Date()): Promise<EmailChangeRow> {
    const user = await this.users.withPassword(caller.userId, password);
    if (!user) throw new Failure('wrong-password');
    const newEmail = normalEmail(email);
    if (newEmail === caller.email) throw new Failure('unprocessable', { detail: 'That is the address already' });
    return this.dataSource.transaction(async (manager) => {
      const { userId } = caller;
      if (!(await this.users.keepsPassword(manager, user))) throw new Failure('wrong-password');
      await manager.delete(EmailChangeRow, { userId });
      await manager.insert(EmailChangeRow, {
        ...{ userId, newEmail, oldConfirmedAt: null, newConfirmedAt: null },
        expiresAt: after(now, EMAIL_CHANGE_MINUTES),
      });
      await this.writeToOld(manager, caller, newEmail, now);
      await this.writeToNew(manager, caller, newEmail, now);
      return manager.findOneByOrFail(EmailChangeRow, { userId });
    });
  }

  private async writeToOld(manager: EntityManager, caller: Caller, newEmail: string, now: Date): Promise<void> {
    const link = await this.link(manager, 'confirm-old-email', caller, newEmail, now);
    await this.outbox.put(manager, {
      to: caller.email,
      language: caller.language,
      kind: 'email-changing',
      data: { newEmailHint: hintOf(newEmail), link },
      expiresAt: after(now, EMAIL_CHANGE_MINUTES),
    });
  }

  private async writeToNew(manager: EntityManager, caller: Caller, newEmail: string, now: Date): Promise<void> {
    const other = await this.users.byEmail(newEmail, manager);
    const expiresAt = after(now, EMAIL_CHANGE_MINUTES);
    if (other) {
      const data = { link: linkTo(this.config, 'sign-in') };
      const { language } = other;
      return this.outbox.put(manager, { to: newEmail, language, kind: 'account-exists', data, expiresAt });
    }
    const data = { link: await this.link(manager, 'confirm-new-email', caller, newEmail, now) };
    const { language } = caller;
    await this.outbox.put(manager, { to: newEmail, language, kind: 'confirm-email', data, expiresAt });
  }

  private async link(
    manager: EntityManager,
    purpose: 'confirm-old-email' | 'confirm-new-email',
    { userId }: Caller,
    subject: string,
    now: Date,
  ): Promise<string> {
    const request = { purpose, userId, subject, lifeMinutes: EMAIL_CHANGE_MINUTES };
    return linkTo(this.config, 'confirm-email', await this.tokens.issue(manager, request, now));
  }
}

/** Enough for the owner to know the address again, for the reader of an old mailbox too little to learn it: `a…@example.org`. */
function hintOf(email: string): string {
  return `${[...email][0] ?? ''}…${email.slice(email.lastIndexOf('@'))}`;
}
