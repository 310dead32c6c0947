import type { LocalRangeName } from '@ceex/units';

/** The ranges of the community's figures and history: long enough for a market to show. */
export const COMMUNITY_RANGES = [
  'current-week',
  'current-month',
  'last-month',
  'last-3-months',
  'last-year',
] as const satisfies readonly LocalRangeName[];
export type CommunityRangeName = (typeof COMMUNITY_RANGES)[number];

const DEFAULT_RANGE: CommunityRangeName = 'last-3-months';

/** What an address asks for (`?range=last-month`); the last three months for nothing, or for no such range. */
export function readCommunityRange(text: string | undefined): CommunityRangeName {
  return COMMUNITY_RANGES.find((name) => name === text) ?? DEFAULT_RANGE;
}
