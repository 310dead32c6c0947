import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { getNodeReplay, nodeReplay, type NodeReplay, type Strategy } from '@ceex/contracts';
import type { Day } from '@ceex/units';
import { firstValueFrom, map } from 'rxjs';
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
  private readonly http = inject(HttpClient);

  /**
   * A resource that follows the query, idle while there is none; another query cancels the one that is under way, so
   * it may follow a handle. Make it in an injection context.
   */
  replay(query: () => ReplayQuery | undefined): HttpResourceRef<NodeReplay | undefined> {
    return httpResource(
      () => {
        const asked = query();
        return asked && requestOf(asked);
      },
      { parse: (answer) => nodeReplay.parse(answer) },
    );
  }

  /** One question and its answer. Rejects with a ProblemError. */
  ask(query: ReplayQuery): Promise<NodeReplay> {
    const { url, params } = requestOf(query);
    return firstValueFrom(this.http.get<unknown>(url, { params }).pipe(map((answer) => nodeReplay.parse(answer))));
  }
}

function requestOf({ nodeId, firstDay: startDate, lastDay: endDate, strategy }: ReplayQuery) {
  return {
    url: engineUrl(getNodeReplay, { nodeId }),
    params: paramsOf({ startDate, endDate, ...strategy }),
  };
}

/** A limit that stands at its end of the ruler is left out. */
function paramsOf(values: Readonly<Record<string, string | number | null>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
