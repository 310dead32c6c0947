import { engineRoutes, type NamedNode } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { AskEngine } from './ask-engine';

/** How a community and its households are called at this moment. */
export class CommunityNames {
  private readonly byId: ReadonlyMap<number, NamedNode>;
  private readonly byCode: ReadonlyMap<string, NamedNode>;

  constructor(
    readonly communityId: number,
    readonly name: string,
    households: readonly NamedNode[],
  ) {
    this.byId = new Map(households.map((node) => [node.nodeId, node]));
    this.byCode = new Map(households.map((node) => [node.code, node]));
  }

  /** A household of this community; undefined for any other node. */
  household(nodeId: number): NamedNode | undefined {
    return this.byId.get(nodeId);
  }

  withCode(code: string): NamedNode | undefined {
    return this.byCode.get(code);
  }

  /** All households, as the engine orders them. */
  households(): readonly NamedNode[] {
    return [...this.byId.values()];
  }

  /** The ids of the households whose label or code holds a text, in capitals or not. */
  called(text: string): number[] {
    const part = text.toLocaleLowerCase();
    const holds = (name: string) => name.toLocaleLowerCase().includes(part);
    return this.households().flatMap(({ nodeId, code, label }) => (holds(code) || holds(label) ? [nodeId] : []));
  }

  /** Names for nodes; one that is not there any more is called by its number. */
  named(nodeIds: readonly number[]): NamedNode[] {
    return nodeIds.map((nodeId) => this.byId.get(nodeId) ?? { nodeId, code: String(nodeId), label: String(nodeId) });
  }

  labels(nodeIds: readonly number[]): string[] {
    return this.named(nodeIds).map(({ label }) => label);
  }
}

/** The engine knows how communities and nodes are called, and keeps them; here they are asked for when they are needed. */
@Injectable()
export class CommunityDirectory {
  constructor(private readonly askEngine: AskEngine) {}

  /** Refused with `not-found` where there is no such community. */
  async of(communityId: number): Promise<CommunityNames> {
    const route = engineRoutes.getHouseholds;
    const { name, households } = await this.askEngine.run(
      route,
      { params: { communityId } },
      { operates: [communityId] },
    );
    return new CommunityNames(communityId, name, households);
  }
}
