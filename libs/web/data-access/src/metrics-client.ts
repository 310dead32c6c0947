import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import {
  getNodeHeatMap,
  getNodeMetrics,
  getNodeNeighbours,
  nodeHeatMap,
  nodeMetrics,
  nodeNeighbours,
  type NodeHeatMap,
  type NodeMetrics,
  type NodeNeighbours,
  type Resolution,
} from '@ceex/contracts';
import type { Day } from '@ceex/units';
import { map, type Observable } from 'rxjs';
import { engineUrl } from './engine-url';

/** A range of the engine: both ends are local days of the community, included, or instants (ISO 8601), half open. */
export interface MetricsRange {
  readonly startDate: Day | string;
  readonly endDate: Day | string;
}

export interface MetricsQuery extends MetricsRange {
  /** Without it the engine chooses one that a chart can show. */
  readonly resolution?: Resolution;
}

/** Energy and money of a node over time. What is asked is asked with the subscription; fails with a ProblemError. */
@Injectable({ providedIn: 'root' })
export class MetricsClient {
  private readonly http = inject(HttpClient);

  metrics(nodeId: number, { startDate, endDate, resolution }: MetricsQuery): Observable<NodeMetrics> {
    const params = { startDate, endDate, ...(resolution === undefined ? {} : { resolution }) };
    return this.get(getNodeMetrics, nodeId, params).pipe(map((answer) => nodeMetrics.parse(answer)));
  }

  /** Energy by local day and hour of the clock; both days included, at most a year of them. */
  heatMap(nodeId: number, startDate: Day, endDate: Day): Observable<NodeHeatMap> {
    const answer = this.get(getNodeHeatMap, nodeId, { startDate, endDate });
    return answer.pipe(map((body) => nodeHeatMap.parse(body)));
  }

  /** The `limit` neighbours with whom most was traded. */
  neighbours(nodeId: number, { startDate, endDate }: MetricsRange, limit: number): Observable<NodeNeighbours> {
    const answer = this.get(getNodeNeighbours, nodeId, { startDate, endDate, limit });
    return answer.pipe(map((body) => nodeNeighbours.parse(body)));
  }

  private get(
    route: { path: string },
    nodeId: number,
    params: Readonly<Record<string, string | number>>,
  ): Observable<unknown> {
    return this.http.get<unknown>(engineUrl(route, { nodeId }), { params });
  }
}
