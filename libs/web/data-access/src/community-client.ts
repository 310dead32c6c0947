import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import {
  communityFlows,
  communityHistory,
  getCommunityFlows,
  getCommunityHistory,
  getGrid,
  gridView,
  type CommunityFlows,
  type CommunityHistory,
  type GridView,
} from '@ceex/contracts';
import type { Day } from '@ceex/units';
import { engineUrl } from './engine-url';
import type { CommunityIdSource } from './market-client';

/** Days of a community, both included. */
export interface CommunityDays {
  readonly communityId: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** A community as its members see it. Reads are resources that follow what is asked: make them in an injection context. */
@Injectable({ providedIn: 'root' })
export class CommunityClient {
  /** Nodes and lines, without any household's figures. */
  grid(communityId: CommunityIdSource): HttpResourceRef<GridView | undefined> {
    return httpResource(
      () => {
        const id = communityId();
        return id === undefined ? undefined : engineUrl(getGrid, { communityId: id });
      },
      { parse: (answer) => gridView.parse(answer) },
    );
  }

  /** Flows and prices of a local day, interval by interval; only those that the user may see are in it. */
  flows(query: () => { communityId: number; day: Day } | undefined): HttpResourceRef<CommunityFlows | undefined> {
    return httpResource(
      () => {
        const asked = query();
        if (asked === undefined) return undefined;
        const { communityId, day } = asked;
        const url = engineUrl(getCommunityFlows, { communityId });
        return { url, params: { startDate: day, endDate: day } };
      },
      { parse: (answer) => communityFlows.parse(answer) },
    );
  }

  /** Sums of a community and its market day by day, for at most five years. */
  history(query: () => CommunityDays | undefined): HttpResourceRef<CommunityHistory | undefined> {
    return httpResource(
      () => {
        const asked = query();
        if (asked === undefined) return undefined;
        const { communityId, firstDay: startDate, lastDay: endDate } = asked;
        return { url: engineUrl(getCommunityHistory, { communityId }), params: { startDate, endDate } };
      },
      { parse: (answer) => communityHistory.parse(answer) },
    );
  }
}
