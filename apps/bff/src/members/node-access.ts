import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { type EntityManager, ArrayContains } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import type { CommunityNames } from '../directory/community-directory';
import { ChangeInvitation } from '../invitations/change-invitation';
import { Invitation } from '../invitations/invitation.entity';
import { inState } from '../invitations/invitation-state';
import { Outbox } from '../mail/outbox';
import { UserNode } from '../users/user-node.entity';
import { User } from '../users/user.entity';

const LETTER_DAYS = 7;
const DAY_MS = 86_400_000;

export interface AccessChange {
  readonly userId: string;
  readonly nodeId: number;
  /** Who changes it. */
  readonly actorId: string;
  readonly names: CommunityNames;
}

/** Gives and takes access to a node, in the caller's transaction. Rights are read anew for every request: it holds at once. */
@Injectable()
export class NodeAccess {
  constructor(
    private readonly outbox: Outbox,
    private readonly auditLog: AuditLog,
    private readonly changeInvitation: ChangeInvitation,
  ) {}

  /**
   * Takes a node from a user; `not-found` where they do not have it. What they offered to others of it and nobody has
   * accepted yet is withdrawn. Whoever did not do it themselves is told in a letter.
   */
  async take(manager: EntityManager, change: AccessChange, how: 'node-removed' | 'member-left', now: Date) {
    const { userId, nodeId, actorId, names } = change;
    const { communityId } = names;
    const before = await nodesOf(manager, communityId, userId);
    const { affected } = await manager.delete(UserNode, { userId, nodeId, communityId });
    if (affected !== 1) throw new Failure('not-found');
    await this.withdrawOffers(manager, change, now);
    await this.auditLog.record(manager, {
      actorId,
      communityId,
      action: how,
      subject: { userId, nodeId },
      before: { nodes: before },
      after: { nodes: before.filter((id) => id !== nodeId) },
    });
    if (actorId === userId) return;
    const [label = ''] = names.labels([nodeId]);
    const { email: to, language } = await manager.findOneByOrFail(User, { id: userId });
    const expiresAt = new Date(now.getTime() + LETTER_DAYS * DAY_MS);
    await this.outbox.put(
      manager,
      { to, language, expiresAt, communityId, kind: 'node-removed', data: { label } },
      now,
    );
  }

  /** Gives a node to a user whom the operator knows as a member; `conflict` where they have it already. */
  async give(manager: EntityManager, change: AccessChange, link: string, now: Date): Promise<void> {
    const { userId, nodeId, actorId, names } = change;
    const { communityId } = names;
    const before = await nodesOf(manager, communityId, userId);
    const added = await manager
      .createQueryBuilder()
      .insert()
      .into(UserNode)
      .values({ userId, nodeId, communityId, addedAt: now })
      .orIgnore()
      .returning('node_id')
      .execute();
    if ((added.raw as unknown[]).length === 0) throw new Failure('conflict');
    const after = { nodes: [...before, nodeId].sort((a, b) => a - b) };
    const subject = { userId, nodeId };
    await this.auditLog.record(manager, {
      ...{ actorId, communityId, action: 'node-added', subject },
      ...{ before: { nodes: before }, after },
    });
    const [label = ''] = names.labels([nodeId]);
    const { email: to, language } = await manager.findOneByOrFail(User, { id: userId });
    const expiresAt = new Date(now.getTime() + LETTER_DAYS * DAY_MS);
    const data = { community: names.name, label, link };
    await this.outbox.put(manager, { to, language, expiresAt, communityId, kind: 'node-added', data }, now);
  }

  private async withdrawOffers(manager: EntityManager, { userId, nodeId, actorId }: AccessChange, now: Date) {
    const where = {
      kind: 'share',
      invitedBy: userId,
      nodeIds: ArrayContains([nodeId]),
      ...inState('open', now),
    } as const;
    for (const offer of await manager.find(Invitation, { where })) {
      await this.changeInvitation.end(manager, offer, actorId, now);
    }
  }
}

async function nodesOf(manager: EntityManager, communityId: number, userId: string): Promise<number[]> {
  const rows = await manager.find(UserNode, { where: { communityId, userId }, order: { nodeId: 'ASC' } });
  return rows.map(({ nodeId }) => nodeId);
}
