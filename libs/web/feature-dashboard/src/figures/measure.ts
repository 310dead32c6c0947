import type { EnergyAndMoney } from '@ceex/contracts';
import { balanceOf } from './balance';

/** The six figures of the tiles, so that now and before can be compared. */
export const MEASURES = ['used', 'produced', 'selfConsumption', 'selfSufficiency', 'traded', 'betterOff'] as const;
export type MeasureName = (typeof MEASURES)[number];

/** A figure as a quantity: Wh, nCHF, or a share of two amounts of energy. */
export type Measure =
  | { readonly kind: 'energy'; readonly wh: number }
  | { readonly kind: 'money'; readonly nano: number }
  | { readonly kind: 'share'; readonly partWh: number; readonly wholeWh: number };

/** What a tile measures, from the sums of any period. */
export function measureOf(name: MeasureName, sums: EnergyAndMoney): Measure {
  switch (name) {
    case 'used':
      return { kind: 'energy', wh: sums.usedWh };
    case 'produced':
      return { kind: 'energy', wh: sums.producedWh };
    case 'selfConsumption':
      return { kind: 'share', partWh: sums.selfConsumedWh, wholeWh: sums.producedWh };
    case 'selfSufficiency':
      return { kind: 'share', partWh: sums.selfConsumedWh, wholeWh: sums.usedWh };
    case 'traded':
      return { kind: 'energy', wh: sums.soldLocalWh + sums.boughtLocalWh };
    case 'betterOff':
      return { kind: 'money', nano: balanceOf(sums).betterOffNano };
  }
}
