import type { PriceRuler, Strategy } from '@ceex/contracts';
import type { MicroPerKwh } from '@ceex/units';

/** Ready-made limits. `share`: how much of the ruler a trade must bring at least, of each kWh. */
export const PRESETS = [
  { name: 'cautious', share: 0.5 },
  { name: 'balanced', share: 0.25 },
  { name: 'always', share: 0 },
] as const;
export type Preset = (typeof PRESETS)[number];

type Ends = Pick<PriceRuler, 'lowMicroPerKwh' | 'highMicroPerKwh'>;
export type Limits = Pick<Strategy, 'lowestSellMicroPerKwh' | 'highestPayMicroPerKwh'>;

/** A handle's step: a tenth of a hundredth of the currency. */
const STEP_MICRO = 1_000;

/** The limits of a preset, on whole steps; `always` stands at the ends and so follows the tariff. */
export function presetLimits({ share }: Preset, { lowMicroPerKwh: low, highMicroPerKwh: high }: Ends): Limits {
  if (share === 0) return { lowestSellMicroPerKwh: null, highestPayMicroPerKwh: null };
  const gain = (high - low) * share;
  return { lowestSellMicroPerKwh: wholeSteps(low + gain), highestPayMicroPerKwh: wholeSteps(high - gain) };
}

/** The preset that a household's limits are; null for limits of its own. Only the sides it has count. */
export function presetOf(
  limits: Limits,
  ruler: Ends,
  sides: { readonly sells: boolean; readonly buys: boolean },
): Preset | null {
  const found = PRESETS.find((preset) => {
    const { lowestSellMicroPerKwh: sell, highestPayMicroPerKwh: pay } = presetLimits(preset, ruler);
    return (
      (!sides.sells || sell === limits.lowestSellMicroPerKwh) && (!sides.buys || pay === limits.highestPayMicroPerKwh)
    );
  });
  return found ?? null;
}

function wholeSteps(price: number): MicroPerKwh {
  return Math.round(price / STEP_MICRO) * STEP_MICRO;
}
