import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { clearAgain, community, getCommunity, getMarket, market, type Community, type Market } from '@ceex/contracts';
import { firstValueFrom, map } from 'rxjs';
import { engineUrl } from './engine-url';

/** A community that may not be known yet: then nothing is asked. */
export type CommunityIdSource = () => number | undefined;

/** What the engine knows of a community and its market. */
@Injectable({ providedIn: 'root' })
export class MarketClient {
  private readonly http = inject(HttpClient);

  market(communityId: CommunityIdSource): HttpResourceRef<Market | undefined> {
    return httpResource(() => urlOf(getMarket, communityId()), {
      parse: (answer) => market.parse(answer),
    });
  }

  community(communityId: CommunityIdSource): HttpResourceRef<Community | undefined> {
    return httpResource(() => urlOf(getCommunity, communityId()), {
      parse: (answer) => community.parse(answer),
    });
  }

  /**
   * Clears all intervals from `start` until before `end` (ISO instants) again; only the operator may. Resolves to how
   * many there were. Rejects with a ProblemError.
   */
  clearAgain(communityId: number, start: string, end: string): Promise<number> {
    const url = engineUrl(clearAgain, { communityId });
    const answer = this.http.post<unknown>(url, { start, end });
    return firstValueFrom(answer.pipe(map((body) => clearAgain.schemas.response.parse(body).intervals)));
  }
}

function urlOf(route: { path: string }, communityId: number | undefined): string | undefined {
  return communityId === undefined ? undefined : engineUrl(route, { communityId });
}
