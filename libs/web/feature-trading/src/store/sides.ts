import type { NodeProfile } from '@ceex/contracts';

/** On which sides of the market a household can be. */
export interface Sides {
  readonly sells: boolean;
  readonly buys: boolean;
}

/** Who neither sold nor bought yet, or is not known yet, may do both. */
export function sidesOf(profile: Pick<NodeProfile, 'role' | 'pvSystems'> | undefined): Sides {
  return {
    sells: profile === undefined || profile.role !== 'consumer' || profile.pvSystems.length > 0,
    buys: profile === undefined || profile.role !== 'producer',
  };
}
