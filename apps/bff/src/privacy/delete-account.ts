import { KEPT_AFTER_DELETION, type KeptAfterDeletion } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { Outbox } from '../mail/outbox';
import type { Caller } from '../users/caller';
import { User } from '../users/user.entity';
import { Users } from '../users/users';

const WEEK_MS = 7 * 86_400_000;

// The rows of all operators are locked in one order, so that of the last two who leave at once only one can.
const OTHER_OPERATORS = `
SELECT community_id AS "communityId", user_id AS "userId" FROM user_role
WHERE community_id = ANY($1) AND role = 'operator' ORDER BY community_id, user_id FOR UPDATE`;

/** What does not go with the account by itself: what it offered to others, and what was addressed to it. */
const FORGET_BY_ID = [
  `UPDATE invitation SET withdrawn_at = now()
   WHERE invited_by = $1 AND kind = 'share' AND accepted_at IS NULL AND withdrawn_at IS NULL`,
];
const FORGET_BY_ADDRESS = [
  'DELETE FROM invitation WHERE email = $1',
  'DELETE FROM one_time_token WHERE subject = $1',
  'DELETE FROM mail_request WHERE email = $1',
  'DELETE FROM letter WHERE recipient = $1',
];

/**
 * Deletes an account at its owner's wish. The next request of each of its sessions is refused. What the books need stays
 * without a name: the engine never knew one, and the audit log keeps ids alone.
 */
@Injectable()
export class DeleteAccount {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** What is kept. Throws `wrong-password`, and `last-operator` where a community would be left without one. */
  async run(caller: Caller, password: string, now = new Date()): Promise<readonly KeptAfterDeletion[]> {
    if (!(await this.users.knowsPassword(caller.userId, password))) throw new Failure('wrong-password');
    const { userId, email, language } = caller;
    await this.dataSource.transaction(async (manager) => {
      await refuseLastOperator(manager, caller);
      for (const sql of FORGET_BY_ID) await manager.query(sql, [userId]);
      for (const sql of FORGET_BY_ADDRESS) await manager.query(sql, [email]);
      await manager.delete(User, { id: userId });
      await this.record(manager, caller);
      const expiresAt = new Date(now.getTime() + WEEK_MS);
      await this.outbox.put(manager, { to: email, language, kind: 'account-deleted', data: {}, expiresAt }, now);
    });
    return KEPT_AFTER_DELETION;
  }

  /** Each community reads it in its own log. */
  private async record(manager: EntityManager, { userId, nodes, operates }: Caller): Promise<void> {
    const communities = [...new Set([...nodes.map(({ communityId }) => communityId), ...operates])];
    for (const communityId of communities.length > 0 ? communities : [undefined])
      await this.audit.record(manager, {
        actorId: userId,
        communityId,
        action: 'account-deleted',
        subject: { userId },
        before: { nodes: nodes.filter((node) => node.communityId === communityId).map(({ nodeId }) => nodeId) },
      });
  }
}

async function refuseLastOperator(manager: EntityManager, { userId, operates }: Caller): Promise<void> {
  const rows = await manager.query<{ communityId: number; userId: string }[]>(OTHER_OPERATORS, [operates]);
  const others = new Set(rows.filter((row) => row.userId !== userId).map(({ communityId }) => communityId));
  const mine = rows.filter((row) => row.userId === userId);
  if (mine.some(({ communityId }) => !others.has(communityId))) throw new Failure('last-operator');
}
