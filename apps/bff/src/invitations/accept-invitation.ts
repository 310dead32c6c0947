import type { Language } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { UserNode } from '../users/user-node.entity';
import type { User } from '../users/user.entity';
import { UserRole } from '../users/user-role.entity';
import { Users } from '../users/users';
import { Invitation } from './invitation.entity';
import { openInvitation } from './open-invitation';

export interface NewMember {
  readonly token: string;
  readonly password: string;
  readonly language: Language;
}

/** Turns an invitation into rights, once: of a new account, or of one that there is. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly users: Users,
    private readonly auditLog: AuditLog,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Makes the account; that the link arrived proves its address. `conflict` where the address
   * has an account already, `password-refused` where the password will not do: then the link is good for another try.
   */
  newAccount({ token, password, language }: NewMember, now = new Date()): Promise<User> {
    return this.dataSource.transaction(async (manager) => {
      const invitation = await openInvitation(manager, token, now, true);
      const user = await this.users.create(manager, { email: invitation.email, password, language });
      const { id: userId } = user;
      await this.auditLog.record(manager, { actorId: userId, action: 'account-created', subject: { userId } });
      await this.grant(manager, invitation, userId, now);
      return user;
    });
  }

  /** `forbidden` where the account has another address than the one that was invited. */
  signedIn(token: string, user: { readonly userId: string; readonly email: string }, now = new Date()): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const invitation = await openInvitation(manager, token, now, true);
      if (invitation.email !== user.email) throw new Failure('forbidden');
      await this.grant(manager, invitation, user.userId, now);
    });
  }

  private async grant(manager: EntityManager, invitation: Invitation, userId: string, now: Date): Promise<void> {
    const { id, kind, communityId, nodeIds, invitedBy } = invitation;
    const before = await rightsIn(manager, communityId, userId);
    const sharedBy = kind === 'share' ? invitedBy : null;
    const nodes = nodeIds.map((nodeId) => ({ userId, nodeId, communityId, sharedBy }));
    if (nodes.length > 0) await manager.createQueryBuilder().insert().into(UserNode).values(nodes).orIgnore().execute();
    const role = { userId, communityId, role: 'operator' } as const;
    if (kind === 'operator')
      await manager.createQueryBuilder().insert().into(UserRole).values(role).orIgnore().execute();
    await manager.update(Invitation, { id }, { acceptedAt: now });
    await this.auditLog.record(manager, {
      actorId: userId,
      communityId,
      action: 'invitation-accepted',
      subject: { invitationId: id, userId },
      before,
      after: await rightsIn(manager, communityId, userId),
    });
  }
}

async function rightsIn(manager: EntityManager, communityId: number, userId: string): Promise<object> {
  const nodes = await manager.find(UserNode, { where: { communityId, userId }, order: { nodeId: 'ASC' } });
  const operator = await manager.existsBy(UserRole, { communityId, userId, role: 'operator' });
  return { nodes: nodes.map(({ nodeId }) => nodeId), operator };
}
