import type { InvitationState, InvitationView } from '@ceex/contracts';
import { type FindOptionsWhere, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import type { CommunityNames } from '../directory/community-directory';
import type { Invitation } from './invitation.entity';

/** Which invitations are in a state at `now`. */
export function inState(state: InvitationState, now: Date): FindOptionsWhere<Invitation> {
  switch (state) {
    case 'accepted':
      return { acceptedAt: Not(IsNull()) };
    case 'withdrawn':
      return { withdrawnAt: Not(IsNull()) };
    case 'open':
      return { acceptedAt: IsNull(), withdrawnAt: IsNull(), expiresAt: MoreThan(now) };
    case 'expired':
      return { acceptedAt: IsNull(), withdrawnAt: IsNull(), expiresAt: LessThanOrEqual(now) };
  }
}

export function stateOf({ acceptedAt, withdrawnAt, expiresAt }: Invitation, now: Date): InvitationState {
  if (acceptedAt) return 'accepted';
  if (withdrawnAt) return 'withdrawn';
  return expiresAt > now ? 'open' : 'expired';
}

/** An invitation as the one who may see it sees it. */
export function viewOf(invitation: Invitation, names: CommunityNames, now: Date): InvitationView {
  const { id, kind, email, language, nodeIds, createdAt, sentAt, expiresAt } = invitation;
  return {
    ...{ invitationId: id, kind, email, language, nodes: names.named(nodeIds), state: stateOf(invitation, now) },
    ...{ createdAt: createdAt.toISOString(), sentAt: sentAt.toISOString(), expiresAt: expiresAt.toISOString() },
  };
}
