import { bffRoutes, MAX_FOUNDING_BYTES } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { Controller, UseInterceptors } from '@nestjs/common';
import { CurrentCaller } from '../auth/current-caller';
import { LargeJson } from '../http/large-json';
import { InviteOperator } from '../invitations/invite-operator';
import type { Caller } from '../users/caller';
import { CreateCommunity } from './create-community';
import { ListCommunities } from './list-communities';

const { getCommunities, createCommunity, inviteOperator } = bffRoutes;

/** What the administrator of the server does with communities. */
@Controller()
export class CommunitiesController {
  constructor(
    private readonly listCommunities: ListCommunities,
    private readonly create: CreateCommunity,
    private readonly invite: InviteOperator,
  ) {}

  @Contract(getCommunities)
  list(@Input() { query }: InputOf<typeof getCommunities>): Promise<OutputOf<typeof getCommunities>> {
    return this.listCommunities.run(query);
  }

  @Contract(createCommunity)
  @UseInterceptors(new LargeJson(MAX_FOUNDING_BYTES))
  found(
    @Input() { body }: InputOf<typeof createCommunity>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<OutputOf<typeof createCommunity>> {
    return this.create.run(body, userId);
  }

  @Contract(inviteOperator)
  inviteOperator(
    @Input() { params, body }: InputOf<typeof inviteOperator>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<OutputOf<typeof inviteOperator>> {
    return this.invite.run({ ...params, ...body, actorId: userId });
  }
}
