import { bffRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentCaller } from '../auth/current-caller';
import { emailOfBody, SlowedDown } from '../slow-down/slowed-down';
import type { Caller } from '../users/caller';
import { ChangeInvitation } from './change-invitation';
import { InviteMany } from './invite-many';
import { InviteMember } from './invite-member';
import { InviteOperator } from './invite-operator';
import { ListInvitations } from './list-invitations';

const { invite, inviteMany, getInvitations, resendInvitation, withdrawInvitation } = bffRoutes;

/** What an operator does with invitations to their community. Letters to one address are slowed down, whoever asks. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly member: InviteMember,
    private readonly operator: InviteOperator,
    private readonly many: InviteMany,
    private readonly change: ChangeInvitation,
    private readonly listInvitations: ListInvitations,
  ) {}

  @Contract(invite)
  @SlowedDown({ name: 'letter', accountOf: emailOfBody })
  invite(
    @Input() { params: { communityId }, body }: InputOf<typeof invite>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<OutputOf<typeof invite>> {
    if (body.kind === 'member') return this.member.run(communityId, body, userId);
    return this.operator.run({ communityId, email: body.email, language: body.language, actorId: userId });
  }

  @Contract(inviteMany)
  inviteMany(
    @Input() { params: { communityId }, query: { language } }: InputOf<typeof inviteMany>,
    @CurrentCaller() { userId }: Caller,
    @Req() request: Request,
  ): Promise<OutputOf<typeof inviteMany>> {
    return this.many.run(communityId, request, { actorId: userId, language });
  }

  @Contract(getInvitations)
  list(
    @Input() { params: { communityId }, query }: InputOf<typeof getInvitations>,
  ): Promise<OutputOf<typeof getInvitations>> {
    return this.listInvitations.run(communityId, query);
  }

  @Contract(resendInvitation)
  resend(
    @Input() { params: { communityId, invitationId } }: InputOf<typeof resendInvitation>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<OutputOf<typeof resendInvitation>> {
    return this.change.resend({ id: invitationId, communityId }, userId);
  }

  @Contract(withdrawInvitation)
  withdraw(
    @Input() { params: { communityId, invitationId } }: InputOf<typeof withdrawInvitation>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<OutputOf<typeof withdrawInvitation>> {
    return this.change.withdraw({ id: invitationId, communityId }, userId);
  }
}
