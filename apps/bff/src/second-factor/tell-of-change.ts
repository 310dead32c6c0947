import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import type { SecondFactorChange } from '../mail/letters';
import { Outbox } from '../mail/outbox';
import { User } from '../users/user.entity';

const WEEK_MS = 7 * 86_400_000;

export interface Change {
  readonly userId: string;
  readonly what: SecondFactorChange;
  /** Of which passkey, where it is one. */
  readonly passkeyId?: string;
  /** False where it was noticed, not done by the user. */
  readonly byThemselves?: boolean;
}

/**
 * Writes a change of somebody's second factors or passkeys down, and tells them by letter: if it was not them, they
 * learn of it. In the transaction of the change.
 */
@Injectable()
export class TellOfChange {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async run(
    manager: EntityManager,
    { userId, what, passkeyId, byThemselves = true }: Change,
    now: Date,
  ): Promise<void> {
    const { email, language } = await manager.findOneByOrFail(User, { id: userId });
    await this.outbox.put(manager, {
      to: email,
      language,
      kind: 'second-factor-changed',
      data: { what },
      expiresAt: new Date(now.getTime() + WEEK_MS),
    });
    await this.audit.record(manager, {
      actorId: byThemselves ? userId : null,
      action: what,
      subject: { userId, ...(passkeyId !== undefined && { passkeyId }) },
    });
  }
}
