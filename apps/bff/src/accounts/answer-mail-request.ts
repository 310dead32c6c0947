import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { Outbox } from '../mail/outbox';
import type { MailRequest } from '../users/mail-request.entity';
import { OneTimeTokens } from '../users/one-time-tokens';
import type { User } from '../users/user.entity';
import { Users } from '../users/users';
import { after, REGISTER_MINUTES, RESET_MINUTES } from './letter-lives';
import { linkTo } from './link-to';

/** Writes the letter that somebody asked for, if there is one to write. */
@Injectable()
export class AnswerMailRequest {
  constructor(
    private readonly users: Users,
    private readonly tokens: OneTimeTokens,
    private readonly outbox: Outbox,
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
  ) {}

  async run(manager: EntityManager, request: Pick<MailRequest, 'kind' | 'email' | 'language'>, now: Date) {
    const user = await this.users.byEmail(request.email, manager);
    if (request.kind === 'reset-password') {
      // Who has no account here gets no letter: anybody could make us write to anybody.
      if (user) await this.resetPassword(manager, user, now);
    } else if (user) await this.accountExists(manager, user, now);
    else await this.verifyRegistration(manager, request, now);
  }

  private async resetPassword(manager: EntityManager, { id, email, language }: User, now: Date): Promise<void> {
    const request = { purpose: 'reset-password', userId: id, subject: email, lifeMinutes: RESET_MINUTES } as const;
    const link = linkTo(this.config, 'reset-password', await this.tokens.issue(manager, request, now));
    const data = { link, minutes: RESET_MINUTES };
    const expiresAt = after(now, RESET_MINUTES);
    await this.outbox.put(manager, { to: email, language, kind: 'reset-password', data, expiresAt });
  }

  private async accountExists(manager: EntityManager, { email, language }: User, now: Date): Promise<void> {
    const data = { link: linkTo(this.config, 'sign-in') };
    await this.outbox.put(manager, { to: email, language, kind: 'account-exists', data, expiresAt: after(now) });
  }

  private async verifyRegistration(
    manager: EntityManager,
    { email, language }: Pick<MailRequest, 'email' | 'language'>,
    now: Date,
  ): Promise<void> {
    const request = { purpose: 'register', subject: email, lifeMinutes: REGISTER_MINUTES } as const;
    const link = linkTo(this.config, 'verify-email', await this.tokens.issue(manager, request, now));
    await this.outbox.put(manager, {
      to: email,
      language: language ?? this.config.DEFAULT_LANGUAGE,
      kind: 'verify-registration',
      data: { link },
      expiresAt: after(now, REGISTER_MINUTES),
    });
  }
}
