import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { engineRoutes, nodeMetrics, type NodeMetrics, type Resolution } from '@ceex/contracts';
import type { Day } from '@ceex/units';
import { engineUrl } from './engine-url';

/** Which metrics are asked for: both days are included, and are those of the community's calendar. */
export interface MetricsQuery {
  readonly nodeId: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Without it the engine chooses one that a chart can show. */
  readonly resolution?: Resolution;
}

/** Energy and money of a node over time. */
@Injectable({ providedIn: 'root' })
export class MetricsClient {
  /** A resource that follows the query, idle while there is none. Make it in an injection context. */
  metrics(query: () => MetricsQuery | undefined): HttpResourceRef<NodeMetrics | undefined> {
    return httpResource(
      () => {
        const asked = query();
        if (asked === undefined) return undefined;
        const { nodeId, firstDay: startDate, lastDay: endDate, resolution } = asked;
        const params = { startDate, endDate, ...(resolution === undefined ? {} : { resolution }) };
        return { url: engineUrl(engineRoutes.getNodeMetrics, { nodeId }), params };
      },
      { parse: (answer) => nodeMetrics.parse(answer) },
    );
  }
}
