import type { InvitationView } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type FindOptionsWhere, IsNull } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { CommunityDirectory } from '../directory/community-directory';
import { Invitation } from './invitation.entity';
import { stateOf, viewOf } from './invitation-state';
import { SendInvitation } from './send-invitation';

/** Whoever presses the button twice does not mean two letters, and nobody's mailbox is to be filled. */
const BETWEEN_LETTERS_MS = 60_000;

/** Which invitation, and whose it must be. */
export type Which = FindOptionsWhere<Invitation> & { readonly id: number; readonly communityId: number };

/** Sends an invitation again, or withdraws it. `not-found` for another community's, `conflict` where it is too late. */
@Injectable()
export class ChangeInvitation {
  constructor(
    private readonly directory: CommunityDirectory,
    private readonly send: SendInvitation,
    private readonly auditLog: AuditLog,
    private readonly dataSource: DataSource,
  ) {}

  /** One that has expired may be sent again, one that was accepted or withdrawn may not. */
  async resend(which: Which, actorId: string, now = new Date()): Promise<InvitationView> {
    const names = await this.directory.of(which.communityId);
    return this.dataSource.transaction(async (manager) => {
      const invitation = await locked(manager, which);
      if (!['open', 'expired'].includes(stateOf(invitation, now))) throw new Failure('conflict');
      refuseHaste(invitation, now);
      return viewOf(await this.send.again(manager, invitation, names, actorId, now), names, now);
    });
  }

  async withdraw(which: Which, actorId: string, now = new Date()): Promise<InvitationView> {
    const names = await this.directory.of(which.communityId);
    return this.dataSource.transaction(async (manager) => {
      const invitation = await locked(manager, which);
      if (stateOf(invitation, now) !== 'open') throw new Failure('conflict');
      await this.end(manager, invitation, actorId, now);
      return viewOf({ ...invitation, withdrawnAt: now }, names, now);
    });
  }

  /** Withdraws an open invitation in the caller's transaction, unless somebody accepts it at this moment. */
  async end(manager: EntityManager, { id, communityId }: Invitation, actorId: string | null, now: Date): Promise<void> {
    const { affected } = await manager.update(Invitation, { id, acceptedAt: IsNull() }, { withdrawnAt: now });
    if (affected !== 1) return;
    await this.auditLog.record(manager, {
      actorId,
      communityId,
      action: 'invitation-withdrawn',
      subject: { invitationId: id },
      before: { state: 'open' },
      after: { state: 'withdrawn' },
    });
  }
}

async function locked(manager: EntityManager, which: Which): Promise<Invitation> {
  const invitation = await manager.findOne(Invitation, { where: which, lock: { mode: 'pessimistic_write' } });
  if (!invitation) throw new Failure('not-found');
  return invitation;
}

function refuseHaste({ sentAt }: Invitation, now: Date): void {
  const wait = Math.ceil((sentAt.getTime() + BETWEEN_LETTERS_MS - now.getTime()) / 1_000);
  if (wait > 0) throw new Failure('too-many-requests', { headers: { 'retry-after': String(wait) } });
}
