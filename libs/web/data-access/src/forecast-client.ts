import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { getNodeForecast, nodeForecast, type NodeForecast } from '@ceex/contracts';
import { engineUrl } from './engine-url';
import type { NodeIdSource } from './node-client';

/** What the next 24 hours will bring a node. */
@Injectable({ providedIn: 'root' })
export class ForecastClient {
  /** A resource that follows the node. Make it in an injection context. */
  forecast(nodeId: NodeIdSource): HttpResourceRef<NodeForecast | undefined> {
    return httpResource(
      () => {
        const node = nodeId();
        return node === undefined ? undefined : engineUrl(getNodeForecast, { nodeId: node });
      },
      { parse: (answer) => nodeForecast.parse(answer) },
    );
  }
}
