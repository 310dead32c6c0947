import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import {
  addPlant,
  getNodePlants,
  getNodeProduction,
  previewPlant,
  putPlant,
  removePlant,
  nodePlants,
  nodeProduction,
  plantPreview,
  type NodePlants,
  type NodeProduction,
  type Plant,
  type PlantPreview,
  type PlantPreviewQuery,
} from '@ceex/contracts';
import type { Day } from '@ceex/units';
import { firstValueFrom, map } from 'rxjs';
import { engineUrl } from './engine-url';
import type { NodeIdSource } from './node-client';

/** PV systems and batteries of a node, and what the sun can be expected to give. Make the resources in an injection context. */
@Injectable({ providedIn: 'root' })
export class PlantsClient {
  private readonly http = inject(HttpClient);

  plants(nodeId: NodeIdSource): HttpResourceRef<NodePlants | undefined> {
    return httpResource(
      () => {
        const node = nodeId();
        return node === undefined ? undefined : engineUrl(getNodePlants, { nodeId: node });
      },
      { parse: (answer) => nodePlants.parse(answer) },
    );
  }

  /** A day of the node's PV systems, expected and measured; without a day today. */
  production(query: () => { nodeId: number; day?: Day } | undefined): HttpResourceRef<NodeProduction | undefined> {
    return httpResource(
      () => {
        const asked = query();
        if (asked === undefined) return undefined;
        const { nodeId, day } = asked;
        return { url: engineUrl(getNodeProduction, { nodeId }), params: { ...(day === undefined ? {} : { day }) } };
      },
      { parse: (answer) => nodeProduction.parse(answer) },
    );
  }

  /** What a PV system would make that is not saved; a new question takes the place of one that is under way. */
  preview(
    query: () => (PlantPreviewQuery & { nodeId: number }) | undefined,
  ): HttpResourceRef<PlantPreview | undefined> {
    return httpResource(
      () => {
        const asked = query();
        if (asked === undefined) return undefined;
        const { nodeId, peakPowerW, tiltDeg, azimuthDeg } = asked;
        return { url: engineUrl(previewPlant, { nodeId }), params: { peakPowerW, tiltDeg, azimuthDeg } };
      },
      { parse: (answer) => plantPreview.parse(answer) },
    );
  }

  /** Resolves to all plants of the node. Rejects with a ProblemError, whose `errors` name the fields. */
  add(nodeId: number, plant: Plant): Promise<NodePlants> {
    return this.answer('POST', engineUrl(addPlant, { nodeId }), plant);
  }

  /** Changes a plant; it stays of its kind. Resolves and rejects like `add`. */
  put(nodeId: number, plantId: number, plant: Plant): Promise<NodePlants> {
    return this.answer('PUT', engineUrl(putPlant, { nodeId, plantId }), plant);
  }

  /** Resolves and rejects like `add`. */
  remove(nodeId: number, plantId: number): Promise<NodePlants> {
    return this.answer('DELETE', engineUrl(removePlant, { nodeId, plantId }));
  }

  private answer(method: string, url: string, body?: Plant): Promise<NodePlants> {
    const answer = this.http.request<unknown>(method, url, { body });
    return firstValueFrom(answer.pipe(map((plants) => nodePlants.parse(plants))));
  }
}
