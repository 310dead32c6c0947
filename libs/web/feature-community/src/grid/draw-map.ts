import type { Wh } from '@ceex/units';
import { directed, isNear, type LineFlow, type MapNode } from '../flows/line-flows';
import type { Projection } from './map-view';
import { placeLabels, type LabelWish, type PlacedLabel } from './place-labels';
import type { Point, Size } from './plane';
import { REACH_PX, SOLAR_ROOF, SYMBOLS } from './symbols';

/** A line as it is drawn: from where the energy comes to where it goes. */
export interface DrawnLine {
  readonly nodeId: number;
  readonly from: Point;
  readonly to: Point;
  readonly widthPx: number;
  readonly state: 'hidden' | 'still' | 'flowing' | 'near';
  /** An arrow head halfway along, in the direction of the flow. */
  readonly arrow: string | null;
}

export interface DrawnNode {
  readonly nodeId: number;
  readonly at: Point;
  readonly symbol: string;
  readonly roof: string | null;
  readonly kind: MapNode['kind'];
  readonly own: boolean;
}

export interface DrawnMap {
  readonly lines: readonly DrawnLine[];
  readonly nodes: readonly DrawnNode[];
  readonly labels: readonly (PlacedLabel & { readonly tone: 'own' | 'near' | 'plain' })[];
  /** How large the symbols are: smaller where all of a dense grid is on the screen. */
  readonly symbolScale: number;
  /** There are more houses here than can be drawn: they come with a closer look. */
  readonly leftOut: boolean;
}

export interface MapFacts {
  readonly nodes: readonly MapNode[];
  readonly lines: readonly LineFlow[];
  readonly places: ReadonlyMap<number, Point>;
  readonly ownIds: ReadonlySet<number>;
  readonly selectedId: number | undefined;
  readonly largestWh: Wh;
  readonly shareText: (shareBp: number) => string;
}

/** More nodes at once make neither a picture nor a quick page. */
const MOST_NODES = 900;
const MOST_LABELS = 120;
const USUAL_PX = 30;
const THINNEST_PX = 2;
const THICKEST_PX = 10;

/** What there is to see of a grid and its flows on a screen of this size. */
export function drawMap(facts: MapFacts, projection: Projection, size: Size): DrawnMap {
  const at = (node: MapNode) => projection.toScreen(facts.places.get(node.nodeId) ?? { x: 0, y: 0 });
  const near = facts.nodes.filter((node) => isAround(at(node), size));
  const leftOut = near.length > MOST_NODES;
  const shown = leftOut ? near.filter(({ nodeId, kind }) => kind !== 'household' || facts.ownIds.has(nodeId)) : near;
  const shownIds = new Set(shown.map(({ nodeId }) => nodeId));
  const lines = facts.lines.filter(({ node }) => shownIds.has(node.nodeId));
  const symbolScale = Math.min(1, Math.max(0.6, (typicalLength(facts) * projection.scale) / USUAL_PX));
  const drawnLines = lines.map((line) => drawLine(line, at, facts.largestWh));
  return {
    symbolScale,
    leftOut,
    lines: drawnLines,
    nodes: shown.map((node) => drawNode(node, at(node), facts.ownIds)),
    labels: labelsOf(facts, shown, lines, drawnLines, at, symbolScale, size),
  };
}

/** On the screen or next to it, where a line to it may still cross the screen. */
function isAround({ x, y }: Point, { width, height }: Size): boolean {
  return x > -width && x < 2 * width && y > -height && y < 2 * height;
}

/** Half of the lines are shorter. */
function typicalLength({ lines, places }: MapFacts): number {
  const lengths = lines.map(({ node, parent }) => {
    const [a, b] = [places.get(node.nodeId), places.get(parent.nodeId)];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  });
  return lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
}

function drawLine(line: LineFlow, at: (node: MapNode) => Point, largestWh: Wh): DrawnLine {
  const ends = directed(line);
  const [from, to] = [at(ends.from), at(ends.to)];
  const { nodeId } = line.node;
  if (line.flowWh === null) return { nodeId, from, to, widthPx: 1.5, state: 'hidden', arrow: null };
  if (line.flowWh === 0) return { nodeId, from, to, widthPx: THINNEST_PX, state: 'still', arrow: null };
  const widthPx = THINNEST_PX + (THICKEST_PX - THINNEST_PX) * (Math.abs(line.flowWh) / largestWh);
  return {
    nodeId,
    from,
    to,
    widthPx,
    state: isNear(line.shareBp) ? 'near' : 'flowing',
    arrow: arrow(from, to, widthPx),
  };
}

/** An arrow head in the middle of a line, a little broader than the line; none where there is no room for one. */
function arrow(from: Point, to: Point, widthPx: number): string | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const half = 4 + widthPx / 2;
  if (length < 2 * half + 8) return null;
  const [alongX, alongY] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const corner = (along: number, across: number) =>
    `${(x + alongX * along - alongY * across).toFixed(1)} ${(y + alongY * along + alongX * across).toFixed(1)}`;
  return `M${corner(half, 0)}L${corner(-half, half)}L${corner(-half, -half)}Z`;
}

function drawNode(node: MapNode, at: Point, ownIds: ReadonlySet<number>): DrawnNode {
  const { nodeId, kind, produces } = node;
  const roof = produces && kind === 'household' ? SOLAR_ROOF : null;
  return { nodeId, at, kind, roof, symbol: SYMBOLS[kind], own: ownIds.has(nodeId) };
}

const WEIGHTS: Readonly<Record<MapNode['kind'], number>> = { transformer: 4, cabinet: 3, household: 2, junction: 0 };

function labelsOf(
  { ownIds, selectedId, shareText }: MapFacts,
  shown: readonly MapNode[],
  lines: readonly LineFlow[],
  drawn: readonly DrawnLine[],
  at: (node: MapNode) => Point,
  symbolScale: number,
  size: Size,
): DrawnMap['labels'] {
  const near = lines.flatMap(({ node, shareBp }, index): LabelWish[] => {
    const line = drawn[index];
    if (line === undefined || !isNear(shareBp)) return [];
    const middle = { x: (line.from.x + line.to.x) / 2, y: (line.from.y + line.to.y) / 2 };
    return [{ key: `line-${node.nodeId}`, text: shareText(shareBp), at: middle, reachPx: line.widthPx, weight: 9 }];
  });
  const named = shown
    .filter(({ nodeId, kind }) => kind !== 'junction' || nodeId === selectedId)
    .map((node): LabelWish => {
      const weight = node.nodeId === selectedId ? 8 : ownIds.has(node.nodeId) ? 7 : WEIGHTS[node.kind];
      const reachPx = REACH_PX[node.kind] * symbolScale;
      return { key: `node-${node.nodeId}`, text: node.label, at: at(node), reachPx, weight };
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_LABELS);
  const symbols = shown.map((node) => ({ at: at(node), reachPx: REACH_PX[node.kind] * symbolScale }));
  const ownKeys = new Set([...ownIds].map((nodeId) => `node-${nodeId}`));
  return placeLabels([...near, ...named], symbols, size).map((label) => ({
    ...label,
    tone: ownKeys.has(label.key) ? 'own' : label.key.startsWith('line-') ? 'near' : 'plain',
  }));
}
