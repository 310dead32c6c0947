import type { ReplayTotals } from '@ceex/contracts';
import { roundNanoToCents, type Nano } from '@ceex/units';
import type { Sentence } from '../sentences/sentence';
import type { Sides } from '../store/sides';

/** By how much a household is better off than with the utility alone. */
export function betterOffNano(totals: ReplayTotals): Nano {
  const { revenueNano, costNano, utilityAloneRevenueNano, utilityAloneCostNano } = totals;
  return revenueNano - costNano - (utilityAloneRevenueNano - utilityAloneCostNano);
}

/** What a household would have sold and bought: a sentence for each side it has. */
export function replaySentences(totals: ReplayTotals, sides: Sides): Sentence[] {
  return [...(sides.sells ? [sold(totals)] : []), ...(sides.buys ? [bought(totals)] : [])];
}

function sold(totals: ReplayTotals): Sentence {
  const { soldLocalWh: traded, unsoldWh: rest, localRevenueNano, revenueNano, utilityAloneRevenueNano } = totals;
  const more = revenueNano - utilityAloneRevenueNano;
  return {
    key: `trading.replay.sold.${extentOf(traded, rest)}${evenOf(traded, more)}`,
    energyWh: { traded, rest },
    moneyNano: { money: localRevenueNano, more },
  };
}

function bought(totals: ReplayTotals): Sentence {
  const { boughtLocalWh: traded, unboughtWh: rest, localEnergyCostNano, costNano, utilityAloneCostNano } = totals;
  const less = utilityAloneCostNano - costNano;
  return {
    key: `trading.replay.bought.${extentOf(traded, rest)}${evenOf(traded, less)}`,
    energyWh: { traded, rest },
    moneyNano: { money: localEnergyCostNano, less },
  };
}

function extentOf(traded: number, rest: number): 'all' | 'part' | 'none' | 'nothing' {
  if (traded === 0) return rest === 0 ? 'nothing' : 'none';
  return rest === 0 ? 'all' : 'part';
}

/** A gain that would be written as nothing is told as such. */
function evenOf(traded: number, gainNano: Nano): '' | 'Even' {
  return traded > 0 && roundNanoToCents(gainNano) === 0 ? 'Even' : '';
}

/** Beside the limits that hold now: better or worse off, and by how much. */
export function differenceSentence(proposed: ReplayTotals, saved: ReplayTotals): Sentence {
  const difference = betterOffNano(proposed) - betterOffNano(saved);
  const key = roundNanoToCents(difference) === 0 ? 'same' : difference > 0 ? 'more' : 'less';
  return { key: `trading.replay.difference.${key}`, moneyNano: { money: Math.abs(difference) } };
}
