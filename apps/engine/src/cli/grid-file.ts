import type { GridNode } from '@ceex/contracts';
import { CommandError } from './command-error';
import { readTable, type TableRow } from './csv-table';

const KINDS: Partial<Record<string, GridNode['kind']>> = { mv_bus: 'transformer', lv_busbar: 'cabinet' };
const VOLTAGE = 400;
const HOURS_OF_INTERVAL = 0.25;

/** Whether a rating becomes a capacity that can bind, or is only kept for the drawing. */
export interface RatingUse {
  readonly asCapacity: boolean;
}

/** What a rating lets through in one interval: three phases at 400 V. */
export function capacityWh(rating: number, unit: 'A' | 'kVA'): number {
  const watts = unit === 'A' ? Math.sqrt(3) * VOLTAGE * rating : rating * 1000;
  return Math.floor(watts * HOURS_OF_INTERVAL);
}

/** Reads a grid as nodes with parents and edges with lengths and ratings; the medium-voltage bus is the root. */
export async function readGrid(nodesPath: string, edgesPath: string, ratings: RatingUse): Promise<GridNode[]> {
  const edges = new Map<string, TableRow>();
  for (const edge of await readTable(edgesPath)) {
    // An edge may be written in either direction.
    edges.set(`${edge.text('from')}\n${edge.text('to')}`, edge).set(`${edge.text('to')}\n${edge.text('from')}`, edge);
  }
  return (await readTable(nodesPath)).map((node) => {
    const code = node.text('node_id');
    const parent = node.optional('parent');
    const edge = parent === null ? undefined : edges.get(`${parent}\n${code}`);
    if (parent !== null && edge === undefined) {
      throw new CommandError(`${edgesPath}: there is no edge between "${parent}" and "${code}"`);
    }
    return gridNode(node, code, parent, edge, ratings);
  });
}

function gridNode(
  node: TableRow,
  code: string,
  parent: string | null,
  edge: TableRow | undefined,
  { asCapacity }: RatingUse,
): GridNode {
  const rating = edge?.number('rating') ?? null;
  const unit = edge?.optional('rating_unit');
  const ratingUnit = unit === 'A' || unit === 'kVA' ? unit : null;
  const capacity = asCapacity && rating !== null && ratingUnit !== null ? capacityWh(rating, ratingUnit) : null;
  return {
    code,
    parent,
    kind: KINDS[node.text('kind')] ?? 'junction',
    label: code,
    x: node.number('x'),
    y: node.number('y'),
    lengthM: edge?.number('length_m') ?? 0,
    rating,
    ratingUnit,
    capacityUpWh: capacity,
    capacityDownWh: capacity,
    feeUpMicroPerKwh: 0,
    feeDownMicroPerKwh: 0,
  };
}
