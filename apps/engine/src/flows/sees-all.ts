import type { Claims } from '@ceex/contracts';

/** Whether the caller may see every household's figures in a community: its operator, and tools of the server. */
export function seesAll({ role, operates }: Claims, communityId: number): boolean {
  return role === 'server' || operates.includes(communityId);
}
