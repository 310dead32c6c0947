import type { InvitationView, Language } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommunityDirectory } from '../directory/community-directory';
import { AlreadyInvited } from './already-invited';
import { viewOf } from './invitation-state';
import { SendInvitation } from './send-invitation';

export interface OperatorInvitation {
  readonly communityId: number;
  readonly email: string;
  readonly language: Language;
  readonly actorId: string;
}

/** Invites somebody to operate a community. */
@Injectable()
export class InviteOperator {
  constructor(
    private readonly directory: CommunityDirectory,
    private readonly send: SendInvitation,
    private readonly dataSource: DataSource,
  ) {}

  async run({ communityId, email, language, actorId }: OperatorInvitation, now = new Date()): Promise<InvitationView> {
    const names = await this.directory.of(communityId);
    return this.dataSource.transaction(async (manager) => {
      const already = await AlreadyInvited.read(manager, communityId, [email], now);
      if (already.has(email, 'operator')) throw new Failure('conflict');
      const wanted = { kind: 'operator', nodeIds: [], email, language, invitedBy: actorId } as const;
      return viewOf(await this.send.first(manager, wanted, names, now), names, now);
    });
  }
}
