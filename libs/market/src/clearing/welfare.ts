import { addNano, multiply } from '@ceex/units';
import type { OrderColumns } from './columns';

/**
 * Σ bids limit · filled − Σ asks limit · filled − fees, nCHF. Every pair pays the fees of its path and pairs never cross
 * an edge both ways, so the pairs' fees are those of the flows. Throws RangeError beyond exact integers.
 */
export function welfareOf(
  { count, isBid, limitMicroPerKwh }: OrderColumns,
  filled: Float64Array,
  feesNano: number,
): number {
  let bidsNano = 0;
  let asksNano = 0;
  for (let order = 0; order < count; order++) {
    if (filled[order] === 0) continue;
    const valueNano = multiply(filled[order]!, limitMicroPerKwh[order]!);
    if (isBid[order] === 1) bidsNano = addNano(bidsNano, valueNano);
    else asksNano = addNano(asksNano, valueNano);
  }
  return addNano(addNano(bidsNano, -asksNano), -feesNano);
}
