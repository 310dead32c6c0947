import { INVITATION_DAYS, type InvitationKind, type Language } from '@ceex/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import type { CommunityNames } from '../directory/community-directory';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { Outbox } from '../mail/outbox';
import { hashOfToken, newTokenText } from '../users/token-text';
import { normalEmail } from '../users/users';
import { Invitation } from './invitation.entity';

const DAY_MS = 86_400_000;

export interface NewInvitation {
  readonly kind: InvitationKind;
  readonly nodeIds: readonly number[];
  readonly email: string;
  readonly language: Language;
  readonly invitedBy: string;
}

/** Stores invitations and writes their letters, in the caller's transaction. */
@Injectable()
export class SendInvitation {
  constructor(
    private readonly outbox: Outbox,
    private readonly auditLog: AuditLog,
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
  ) {}

  async first(manager: EntityManager, wanted: NewInvitation, names: CommunityNames, now: Date): Promise<Invitation> {
    const { kind, language, invitedBy } = wanted;
    const { communityId } = names;
    const nodeIds = [...wanted.nodeIds];
    const { text, ...sending } = newSending(now);
    const row = { kind, communityId, nodeIds, language, invitedBy, ...sending, createdAt: now };
    const invitation = manager.create(Invitation, { ...row, email: normalEmail(wanted.email) });
    await manager.insert(Invitation, invitation);
    await this.write(manager, invitation, text, names, now);
    await this.auditLog.record(manager, {
      actorId: invitedBy,
      communityId,
      action: 'invitation-sent',
      subject: { invitationId: invitation.id },
      after: { kind, nodeIds },
    });
    return invitation;
  }

  /** A new letter with a new link; the link of the one before is worth nothing from now on. */
  async again(
    manager: EntityManager,
    invitation: Invitation,
    names: CommunityNames,
    actorId: string,
    now: Date,
  ): Promise<Invitation> {
    const { text, ...sending } = newSending(now);
    const sent = { ...invitation, ...sending };
    await manager.update(Invitation, { id: invitation.id }, sending);
    await this.write(manager, sent, text, names, now);
    await this.auditLog.record(manager, {
      actorId,
      communityId: invitation.communityId,
      action: 'invitation-resent',
      subject: { invitationId: invitation.id },
      before: { expiresAt: invitation.expiresAt.toISOString() },
      after: { expiresAt: sent.expiresAt.toISOString() },
    });
    return sent;
  }

  private async write(
    manager: EntityManager,
    { kind, nodeIds, email, language, expiresAt, communityId }: Invitation,
    token: string,
    names: CommunityNames,
    now: Date,
  ): Promise<void> {
    const link = `${this.config.PUBLIC_URL}/accept-invitation#${token}`;
    const labels = names.labels(nodeIds);
    const address = { to: email, language, expiresAt, communityId };
    const expires = expiresAt.toISOString();
    if (kind === 'share') {
      const data = { label: labels.join(', '), link };
      await this.outbox.put(manager, { ...address, kind: 'node-shared', data }, now);
    } else {
      const data = { community: names.name, nodes: labels, link, expires };
      await this.outbox.put(manager, { ...address, kind: 'invitation', data }, now);
    }
  }
}

/** What changes whenever a letter goes out, and the text of its token, which is kept nowhere. */
function newSending(now: Date): Pick<Invitation, 'tokenHash' | 'sentAt' | 'expiresAt'> & { readonly text: string } {
  const text = newTokenText();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  return { text, tokenHash: hashOfToken(text) as Buffer, sentAt: now, expiresAt };
}
