import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { engineRoutes, nodeReplay, type NodeReplay, type Strategy } from '@ceex/contracts';
import type { Day } from '@ceex/units';
import { engineUrl } from './engine-url';

/** What if: a strategy in all intervals of some days (both included, a year at most) of the community's calendar. */
export interface ReplayQuery {
  readonly nodeId: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly strategy: Strategy;
}

/** What another strategy would have made of a node's past. */
@Injectable({ providedIn: 'root' })
export class ReplayClient {
  /**
   * A resource that follows the query, idle while there is none; another query cancels the one that is under way, so
   * it may follow a handle. Make it in an injection context.
   */
  replay(query: () => ReplayQuery | undefined): HttpResourceRef<NodeReplay | undefined> {
    return httpResource(
      () => {
        const asked = query();
        if (asked === undefined) return undefined;
        const { nodeId, firstDay: startDate, lastDay: endDate, strategy } = asked;
        return {
          url: engineUrl(engineRoutes.getNodeReplay, { nodeId }),
          params: paramsOf({ startDate, endDate, ...strategy }),
        };
      },
      { parse: (answer) => nodeReplay.parse(answer) },
    );
  }
}

/** A limit that stands at its end of the ruler is left out. */
function paramsOf(values: Readonly<Record<string, string | number | null>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
