import type { EntityManager } from 'typeorm';
import { normalEmail } from '../users/users';

const TAKEN = `
SELECT i.email, i.kind = 'operator' AS operator, i.node_ids AS "nodeIds" FROM invitation i
WHERE i.community_id = $1 AND i.email = ANY($2) AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > $3
UNION ALL
SELECT u.email, false, ARRAY[n.node_id] FROM user_account u JOIN user_node n ON n.user_id = u.id
WHERE n.community_id = $1 AND u.email = ANY($2)
UNION ALL
SELECT u.email, true, '{}' FROM user_account u JOIN user_role r ON r.user_id = u.id
WHERE r.community_id = $1 AND u.email = ANY($2) AND r.role = 'operator'`;

interface Taken {
  readonly email: string;
  readonly operator: boolean;
  readonly nodeIds: readonly number[];
}

/** What addresses have already, or were offered and may still accept, in one community. */
export class AlreadyInvited {
  private constructor(private readonly keys: ReadonlySet<string>) {}

  static async read(
    manager: EntityManager,
    communityId: number,
    emails: readonly string[],
    now: Date,
  ): Promise<AlreadyInvited> {
    const rows = await manager.query<Taken[]>(TAKEN, [communityId, emails.map(normalEmail), now]);
    return new AlreadyInvited(
      new Set(
        rows.flatMap(({ email, operator, nodeIds }) => [
          ...nodeIds.map((nodeId) => keyOf(email, nodeId)),
          ...(operator ? [keyOf(email, 'operator')] : []),
        ]),
      ),
    );
  }

  has(email: string, what: number | 'operator'): boolean {
    return this.keys.has(keyOf(normalEmail(email), what));
  }
}

function keyOf(email: string, what: number | 'operator'): string {
  return `${email} ${what}`;
}
