import type { EnergyAndMoney } from '@ceex/contracts';
import type { Nano } from '@ceex/units';

/** What a household paid in all (negative: received), with the market and with the utility alone. */
export interface Balance {
  readonly paidNano: Nano;
  readonly aloneNano: Nano;
  /** What the market saved or earned it. */
  readonly betterOffNano: Nano;
}

/** Better off = (utility alone: cost − revenue) − (with the market: cost − revenue). Exact. */
export function balanceOf(sums: EnergyAndMoney): Balance {
  const paidNano = sums.costNano - sums.revenueNano;
  const aloneNano = sums.utilityAloneCostNano - sums.utilityAloneRevenueNano;
  return { paidNano, aloneNano, betterOffNano: aloneNano - paidNano };
}
