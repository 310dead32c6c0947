import { ALL_NODES } from '@ceex/web-data-access';

interface OwnNode {
  readonly nodeId: number;
  readonly communityId: number;
}

/** The user's nodes that can be one sum: those of the community on the screen. */
export function nodesOfCommunity(nodes: readonly OwnNode[], communityId: number | undefined): number[] {
  return nodes.filter((node) => node.communityId === communityId).map(({ nodeId }) => nodeId);
}

/** The nodes to show: the chosen one, or all of the community where the address asks for the sum. */
export function nodesToShow(asked: string | undefined, chosen: number | undefined, own: readonly number[]): number[] {
  if (asked === ALL_NODES && own.length > 1) return [...own];
  return chosen === undefined ? [] : [chosen];
}
