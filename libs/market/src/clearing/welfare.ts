import { addNano, multiply } from '@ceex/units';
import type { PreparedGrid } from '../grid/grid';
import type { Groups } from './groups';
import type { ZonePrices } from './zone-prices';
import type { Zones } from './zones';

/** Σ bids limit · filled − Σ asks limit · filled − Σ edges fee · |flow|, nCHF. Throws RangeError beyond exact integers. */
export function welfareOf(grid: PreparedGrid, zones: Zones, groups: Groups, { flow }: ZonePrices): number {
  let welfareNano = 0;
  for (let group = 0; group < groups.count; group++) {
    const valueNano = multiply(groups.filled[group]!, groups.limit[group]!);
    welfareNano = addNano(welfareNano, groups.isBid[group] === 1 ? valueNano : -valueNano);
  }
  // Edges inside a zone have no fee.
  for (let zone = 1; zone < zones.count; zone++) {
    const energyWh = flow[zone]!;
    const edge = zones.top[zone]!;
    const fee = energyWh > 0 ? grid.feeUp[edge]! : grid.feeDown[edge]!;
    welfareNano = addNano(welfareNano, -multiply(Math.abs(energyWh), fee));
  }
  return welfareNano;
}
