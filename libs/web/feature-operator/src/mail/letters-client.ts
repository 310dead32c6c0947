import { inject, Injectable } from '@angular/core';
import {
  getCommunityMail,
  getServerMail,
  type LetterFate,
  type LetterFates,
  type LetterState,
  retryCommunityMail,
  retryServerMail,
} from '@ceex/contracts';
import { BffClient } from '@ceex/web-data-access';

/** Whose letters: a community's, or (null) those that belong to none. */
export type Owner = number | null;

/** The letters of a community, or of the server. Both reject with a ProblemError. */
@Injectable({ providedIn: 'root' })
export class LettersClient {
  private readonly client = inject(BffClient);

  read(owner: Owner, query: { readonly state?: LetterState; readonly before?: number }): Promise<LetterFates> {
    return owner === null
      ? this.client.call(getServerMail, { query })
      : this.client.call(getCommunityMail, { params: { communityId: owner }, query });
  }

  retry(owner: Owner, letterId: number): Promise<LetterFate> {
    return owner === null
      ? this.client.call(retryServerMail, { params: { letterId } })
      : this.client.call(retryCommunityMail, { params: { communityId: owner, letterId } });
  }
}
