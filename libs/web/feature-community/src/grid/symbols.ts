import type { NodeKind } from '@ceex/contracts';

/** The symbols of the kinds of nodes, drawn around the origin in px. */
export const SYMBOLS: Readonly<Record<NodeKind, string>> = {
  household: 'M-7 7V-1L0-8 7-1V7Z',
  junction: 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z',
  cabinet: 'M-6-6H6V6H-6Z',
  // Two rings that overlap: what engineers draw for a transformer.
  transformer: 'M-7-4a7 7 0 1 0 14 0a7 7 0 1 0-14 0ZM-7 4a7 7 0 1 0 14 0a7 7 0 1 0-14 0Z',
};

/** The roof of a household with solar power, laid over its symbol. */
export const SOLAR_ROOF = 'M-7-1 0-8 7-1Z';

/** How far a symbol reaches from its place, in px. */
export const REACH_PX: Readonly<Record<NodeKind, number>> = { household: 8, junction: 3, cabinet: 7, transformer: 11 };
