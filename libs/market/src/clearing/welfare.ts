import { addNano } from '@ceex/units';
import { exactProduct } from './exact-product';
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
  let welfareNano = 0 - feesNano;
  for (let order = 0; order < count; order++) {
    if (filled[order] === 0) continue;
    const valueNano = exactProduct(filled[order]!, limitMicroPerKwh[order]!);
    welfareNano = addNano(welfareNano, isBid[order] === 1 ? valueNano : -valueNano);
  }
  return welfareNano;
}
