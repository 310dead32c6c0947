import type { Me } from '@ceex/contracts';

/** The languages there are texts in. */
export const LANGUAGES = ['de', 'en'] as const satisfies readonly Me['language'][];
export type Language = (typeof LANGUAGES)[number];
