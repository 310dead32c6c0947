import type { GridNode, PreparedGrid } from '@ceex/market';
import { createHash } from 'node:crypto';
import type { GridRow } from '../communities/communities.repository';
import { marketGrid } from '../grid/market-grid';

/** A grid with a text that another thread can make it of again, and a key that tells it from every other grid. */
export interface KeyedGrid {
  readonly prepared: PreparedGrid;
  /** JSON of its nodes. */
  readonly text: string;
  readonly key: string;
}

export function keyedGrid(rows: readonly GridRow[]): KeyedGrid {
  const prepared = marketGrid(rows);
  const text = JSON.stringify(prepared.nodes satisfies readonly GridNode[]);
  return { prepared, text, key: createHash('sha256').update(text).digest('base64url') };
}
