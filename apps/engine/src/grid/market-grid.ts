import { prepareGrid, type PreparedGrid } from '@ceex/market';
import type { GridRow } from '../communities/communities.repository';

/** The grid of a community as the market computes with it. Stored grids are trees: anything else is a bug. */
export function marketGrid(rows: readonly GridRow[]): PreparedGrid {
  const prepared = prepareGrid({
    nodes: rows.map((row) => ({
      id: row.nodeId,
      parent: row.parentId,
      feeUp: row.feeUpMicroPerKwh,
      feeDown: row.feeDownMicroPerKwh,
      capacityUp: row.capacityUpWh,
      capacityDown: row.capacityDownWh,
      lengthM: row.lengthM,
    })),
  });
  if (!prepared.ok) throw new Error(`a stored grid is no tree: ${prepared.error.message}`);
  return prepared.grid;
}
