import { addNano, multiply } from '@ceex/units';
import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';
import type { Fills } from './fills';

/** Σ bids limit · filled − Σ asks limit · filled − Σ edges fee · |flow|, nCHF. */
export function welfareOf(grid: PreparedGrid, book: Book, { filled, flow }: Fills): number {
  let welfareNano = 0;
  for (let order = 0; order < book.count; order++) {
    const valueNano = multiply(filled[order]!, book.limit[order]!);
    welfareNano = addNano(welfareNano, book.isBid[order] === 1 ? valueNano : -valueNano);
  }
  for (let node = 1; node < grid.nodes.length; node++) {
    const energyWh = flow[node]!;
    const fee = energyWh > 0 ? grid.feeUp[node]! : grid.feeDown[node]!;
    welfareNano = addNano(welfareNano, -multiply(Math.abs(energyWh), fee));
  }
  return welfareNano;
}
