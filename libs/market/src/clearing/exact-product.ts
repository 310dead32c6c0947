import { multiply } from '@ceex/units';

/** Energy times price where both are known to be whole: nCHF. Throws RangeError beyond exact integers. */
export function exactProduct(energyWh: number, priceMicroPerKwh: number): number {
  const amountNano = energyWh * priceMicroPerKwh;
  const isExact = amountNano <= Number.MAX_SAFE_INTEGER && amountNano >= -Number.MAX_SAFE_INTEGER;
  return isExact ? amountNano : multiply(energyWh, priceMicroPerKwh);
}
