/** Where energy comes from or goes to: the three colours (sun, leaf, slate) and patterns that mean the same everywhere. */
export const ENERGY_MEANINGS = ['own', 'neighbours', 'utility'] as const;
export type EnergyMeaning = (typeof ENERGY_MEANINGS)[number];
