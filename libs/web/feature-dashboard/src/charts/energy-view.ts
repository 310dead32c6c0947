import type { EnergyMeaning } from '@ceex/web-ui';
import type { BucketEnergy } from './buckets';

/** What the bars are made of: what was used by its source, or what was produced by its sink. */
export const ENERGY_VIEWS = ['use', 'production'] as const;
export type EnergyView = (typeof ENERGY_VIEWS)[number];

/** The query parameter that holds the view. */
export const VIEW_PARAMETER = 'view';

/** The view an address asks for; use for none or one that does not exist. */
export function readView(asked: string | undefined): EnergyView {
  return ENERGY_VIEWS.find((view) => view === asked) ?? 'use';
}

/** A part of a bar: its figure, and the key of its name. */
export interface EnergySeries {
  readonly meaning: EnergyMeaning;
  readonly label: string;
  readonly field: keyof BucketEnergy;
}

export const ENERGY_SERIES: Readonly<Record<EnergyView, readonly EnergySeries[]>> = {
  use: [
    { meaning: 'own', label: 'dashboard.energy.use.own', field: 'selfConsumedWh' },
    { meaning: 'neighbours', label: 'dashboard.energy.use.neighbours', field: 'boughtLocalWh' },
    { meaning: 'utility', label: 'dashboard.energy.use.utility', field: 'boughtUtilityWh' },
  ],
  production: [
    { meaning: 'own', label: 'dashboard.energy.production.own', field: 'selfConsumedWh' },
    { meaning: 'neighbours', label: 'dashboard.energy.production.neighbours', field: 'soldLocalWh' },
    { meaning: 'utility', label: 'dashboard.energy.production.utility', field: 'soldUtilityWh' },
  ],
};
