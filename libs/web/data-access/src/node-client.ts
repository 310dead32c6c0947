import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import {
  getNodeNow,
  getNodeProfile,
  getNodeStrategy,
  getNodeTrades,
  putNodeStrategy,
  nodeNow,
  nodeProfile,
  nodeStrategy,
  tradesPage,
  type NodeNow,
  type NodeProfile,
  type NodeStrategy,
  type Strategy,
  type TradesPage,
} from '@ceex/contracts';
import { firstValueFrom, map } from 'rxjs';
import { engineUrl } from './engine-url';

/** A node that may not be known yet: then nothing is asked. */
export type NodeIdSource = () => number | undefined;

/** What the engine knows of a node. Reads are resources that follow the node: make them in an injection context. */
@Injectable({ providedIn: 'root' })
export class NodeClient {
  private readonly http = inject(HttpClient);

  profile(nodeId: NodeIdSource): HttpResourceRef<NodeProfile | undefined> {
    return httpResource(() => urlOf(getNodeProfile, nodeId()), {
      parse: (answer) => nodeProfile.parse(answer),
    });
  }

  /** The profiles of several nodes, in their order. Rejects with a ProblemError. */
  profiles(nodeIds: readonly number[]): Promise<NodeProfile[]> {
    const urls = nodeIds.map((nodeId) => engineUrl(getNodeProfile, { nodeId }));
    return Promise.all(
      urls.map((url) => firstValueFrom(this.http.get<unknown>(url).pipe(map((answer) => nodeProfile.parse(answer))))),
    );
  }

  now(nodeId: NodeIdSource): HttpResourceRef<NodeNow | undefined> {
    return httpResource(() => urlOf(getNodeNow, nodeId()), { parse: (answer) => nodeNow.parse(answer) });
  }

  strategy(nodeId: NodeIdSource): HttpResourceRef<NodeStrategy | undefined> {
    return httpResource(() => urlOf(getNodeStrategy, nodeId()), {
      parse: (answer) => nodeStrategy.parse(answer),
    });
  }

  /** Sets the strategy from the running interval on. Rejects with a ProblemError. */
  setStrategy(nodeId: number, strategy: Strategy): Promise<NodeStrategy> {
    const url = engineUrl(putNodeStrategy, { nodeId });
    return firstValueFrom(this.http.put<unknown>(url, strategy).pipe(map((answer) => nodeStrategy.parse(answer))));
  }

  /** One page of trades, newest first; `cursor` from the page before. Rejects with a ProblemError. */
  trades(nodeId: number, limit: number, cursor: string | null): Promise<TradesPage> {
    const url = engineUrl(getNodeTrades, { nodeId });
    const params = { limit, ...(cursor === null ? {} : { cursor }) };
    return firstValueFrom(this.http.get<unknown>(url, { params }).pipe(map((answer) => tradesPage.parse(answer))));
  }
}

function urlOf(route: { path: string }, nodeId: number | undefined): string | undefined {
  return nodeId === undefined ? undefined : engineUrl(route, { nodeId });
}
