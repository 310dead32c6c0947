import { bffRoutes, type LetterFate, type LetterFates as Page } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { Controller } from '@nestjs/common';
import { LetterFates } from './letter-fates';

@Controller()
export class MailController {
  constructor(private readonly fates: LetterFates) {}

  @Contract(bffRoutes.getCommunityMail)
  ofCommunity(@Input() { params, query }: InputOf<typeof bffRoutes.getCommunityMail>): Promise<Page> {
    return this.fates.read(params.communityId, query);
  }

  @Contract(bffRoutes.retryCommunityMail)
  retryOfCommunity(@Input() { params }: InputOf<typeof bffRoutes.retryCommunityMail>): Promise<LetterFate> {
    return this.fates.retry(params.communityId, params.letterId);
  }

  @Contract(bffRoutes.getServerMail)
  ofServer(@Input() { query }: InputOf<typeof bffRoutes.getServerMail>): Promise<Page> {
    return this.fates.read(null, query);
  }

  @Contract(bffRoutes.retryServerMail)
  retryOfServer(@Input() { params }: InputOf<typeof bffRoutes.retryServerMail>): Promise<LetterFate> {
    return this.fates.retry(null, params.letterId);
  }
}
