import type { Access, Claims } from '@ceex/contracts';

/** What a caller may touch. The engine reads it from signed claims, the BFF from its database. */
export type Rights = Pick<Claims, 'role' | 'nodes' | 'memberOf' | 'operates' | 'administers'>;

export interface Target {
  readonly nodeId?: number;
  readonly communityId?: number;
}

/**
 * Whether a caller with `rights` (undefined: nobody is signed in) may call a route with this access and these path
 * parameters. Trusted tools of the server itself (`role: server`) may call everything. What is not clearly allowed is not.
 */
export function mayCall(access: Access, rights: Rights | undefined, target: Target): boolean {
  if (access === 'public') return true;
  if (!rights) return false;
  if (rights.role === 'server') return true;
  const { nodeId, communityId } = target;
  switch (access) {
    case 'signed-in':
      return true;
    case 'node':
      return nodeId !== undefined && rights.nodes.includes(nodeId);
    case 'member':
      return (
        communityId !== undefined && (rights.memberOf.includes(communityId) || rights.operates.includes(communityId))
      );
    case 'operator':
      return communityId !== undefined && rights.operates.includes(communityId);
    case 'administrator':
      return rights.administers;
    default:
      return false;
  }
}
