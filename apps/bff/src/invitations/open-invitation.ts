import { Failure } from '@ceex/server';
import type { EntityManager } from 'typeorm';
import { hashOfToken } from '../users/token-text';
import { UserNode } from '../users/user-node.entity';
import { Invitation } from './invitation.entity';
import { inState } from './invitation-state';

/**
 * The open invitation of a link's token. Whatever is wrong with the link (never was, used, withdrawn, sent anew, expired,
 * or a share by somebody who has the node no more), it is refused in the same way: `link-not-valid`. With `lock` the
 * invitation is the transaction's own: of two who accept it at once, the second finds it used.
 */
export async function openInvitation(
  manager: EntityManager,
  token: string,
  now: Date,
  lock = false,
): Promise<Invitation> {
  const tokenHash = hashOfToken(token);
  const invitation =
    tokenHash &&
    (await manager.findOne(Invitation, {
      where: { tokenHash, ...inState('open', now) },
      ...(lock && { lock: { mode: 'pessimistic_write' } }),
    }));
  if (!invitation || !(await stillStands(manager, invitation))) throw new Failure('link-not-valid');
  return invitation;
}

/** Nobody can share what is not theirs any more. */
async function stillStands(manager: EntityManager, { kind, invitedBy, nodeIds }: Invitation): Promise<boolean> {
  if (kind !== 'share') return true;
  if (invitedBy === null) return false;
  for (const nodeId of nodeIds) if (!(await manager.existsBy(UserNode, { userId: invitedBy, nodeId }))) return false;
  return true;
}
