import { bffRoutes, type EmailChange, type EmailChangeState } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { Controller } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { CurrentCaller } from '../auth/current-caller';
import { SlowedDown, userOfSession } from '../slow-down/slowed-down';
import type { Caller } from '../users/caller';
import { EmailChangeRow } from '../users/email-change.entity';
import { OneTimeTokens } from '../users/one-time-tokens';
import { BeginEmailChange } from './begin-email-change';
import { ConfirmEmail } from './confirm-email';

@Controller()
export class EmailController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly begin: BeginEmailChange,
    private readonly confirm: ConfirmEmail,
    private readonly tokens: OneTimeTokens,
  ) {}

  @Contract(bffRoutes.getEmailChange)
  async pending(@CurrentCaller() { userId }: Caller): Promise<{ pending: EmailChange | null }> {
    const expiresAt = MoreThan(new Date());
    const row = await this.dataSource.getRepository(EmailChangeRow).findOneBy({ userId, expiresAt });
    return { pending: row && shown(row) };
  }

  @Contract(bffRoutes.changeEmail)
  @SlowedDown({ name: 'letter', accountOf: userOfSession })
  async change(
    @Input() { body }: InputOf<typeof bffRoutes.changeEmail>,
    @CurrentCaller() caller: Caller,
  ): Promise<{ pending: EmailChange | null }> {
    return { pending: shown(await this.begin.run(caller, body.email, body.password)) };
  }

  @Contract(bffRoutes.cancelEmailChange)
  async cancel(@CurrentCaller() { userId }: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.delete(EmailChangeRow, { userId });
      await this.tokens.endAllOf(manager, userId, 'confirm-old-email', 'confirm-new-email');
    });
  }

  @Contract(bffRoutes.checkEmailLink)
  @SlowedDown({ name: 'link' })
  async check(
    @Input() { body }: InputOf<typeof bffRoutes.checkEmailLink>,
  ): Promise<{ usable: boolean; sentTo?: 'old' | 'new' }> {
    const sentTo = await this.confirm.check(body.token);
    return sentTo ? { usable: true, sentTo } : { usable: false };
  }

  @Contract(bffRoutes.confirmEmail)
  @SlowedDown({ name: 'link' })
  async answer(@Input() { body }: InputOf<typeof bffRoutes.confirmEmail>): Promise<{ state: EmailChangeState }> {
    return { state: await this.confirm.run(body.token, body.answer) };
  }
}

function shown({ newEmail, oldConfirmedAt, newConfirmedAt, expiresAt }: EmailChangeRow): EmailChange {
  return {
    newEmail,
    oldConfirmed: oldConfirmedAt !== null,
    newConfirmed: newConfirmedAt !== null,
    expiresAt: expiresAt.toISOString(),
  };
}
