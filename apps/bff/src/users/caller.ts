import type { Claims, Language, Me } from '@ceex/contracts';
import type { Rights } from '@ceex/server';

/** Who makes a request, with the rights that hold at this moment. */
export interface Caller {
  readonly userId: string;
  readonly sessionId: string;
  readonly pseudonym: string;
  readonly email: string;
  readonly language: Language;
  readonly nodes: readonly { readonly nodeId: number; readonly communityId: number }[];
  readonly operates: readonly number[];
  readonly administers: boolean;
}

export function rightsOf({ nodes, operates, administers }: Caller): Rights {
  return {
    role: 'user',
    nodes: nodes.map(({ nodeId }) => nodeId),
    memberOf: [...new Set(nodes.map(({ communityId }) => communityId))],
    operates: [...operates],
    administers,
  };
}

/** What the engine is told of a caller: rights and a pseudonym, nothing that names a person. */
export function claimsOf(caller: Caller): Claims {
  return { sub: caller.pseudonym, ...rightsOf(caller) };
}

export function meOf({ userId, email, language, nodes, operates, administers }: Caller): Me {
  return { userId, email, language, operates: [...operates], administers, nodes: nodes.map((node) => ({ ...node })) };
}
