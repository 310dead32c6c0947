import { computed, inject, Injectable } from '@angular/core';
import { CommunityNodes } from '../members/community-nodes';

/** How nodes are called; by their number where nothing is known of them. */
@Injectable()
export class NodeNames {
  // The server's own log tells of no community's nodes.
  private readonly nodes = inject(CommunityNodes, { optional: true });
  private readonly labels = computed(
    () => new Map(this.nodes?.all()?.map(({ nodeId, label }) => [nodeId, label] as const)),
  );

  name(nodeId: number): string {
    return this.labels().get(nodeId) ?? `${nodeId}`;
  }
}
