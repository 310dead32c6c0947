import { lineFlows, type MapNode } from '../flows/line-flows';
import { SMALL_GRID, smallFlows } from '../testing/small-grid';
import { drawMap, type DrawnMap, type MapFacts } from './draw-map';
import { project, wholeView } from './map-view';
import { placeNodes } from './place-nodes';
import { boundsOf } from './plane';

const size = { width: 800, height: 500 };

function draw(changes: Partial<MapFacts> = {}, nodes: readonly MapNode[] = SMALL_GRID.nodes): DrawnMap {
  const { places } = placeNodes(nodes);
  const bounds = boundsOf(places.values());
  const facts = {
    nodes,
    lines: lineFlows(nodes, smallFlows(), 0),
    places,
    ownIds: new Set([3]),
    selectedId: undefined,
    largestWh: 1_700,
    shareText: (bp: number) => `${bp / 100} %`,
  };
  return drawMap({ ...facts, ...changes }, project(wholeView(bounds), bounds, size), size);
}

describe('drawMap', () => {
  it('draws a line the broader, the more it carries, and thinly what is not shown', () => {
    const [cabinet, house, hidden] = draw().lines;
    expect([cabinet?.state, house?.state, hidden?.state]).toEqual(['near', 'flowing', 'hidden']);
    expect(cabinet?.widthPx).toBe(10);
    expect(house?.widthPx).toBeCloseTo(2 + (8 * 1_000) / 1_700);
    expect([cabinet, house, hidden].map((line) => line?.arrow !== null)).toEqual([true, true, false]);
  });

  it('draws a line from where the energy comes', () => {
    const { lines, nodes } = draw();
    expect(lines[0]?.from).toEqual(nodes[0]?.at);
    expect(lines[1]?.from).toEqual(nodes[2]?.at);
  });

  it('marks one’s own house, roofs with solar power, and the share of a line near its limit', () => {
    const { nodes, labels } = draw();
    expect(nodes.filter(({ own }) => own).map(({ nodeId }) => nodeId)).toEqual([3]);
    expect(nodes.filter(({ roof }) => roof !== null).map(({ nodeId }) => nodeId)).toEqual([3]);
    expect(labels.map(({ text, tone }) => [text, tone])).toEqual([
      ['85 %', 'near'],
      ['Lindenweg 3', 'own'],
      ['Trafo Dorf', 'plain'],
      ['Kabine Lindenweg', 'plain'],
      ['Lindenweg 4', 'plain'],
      ['Lindenweg 5', 'plain'],
    ]);
  });

  it('leaves other houses out where there are more than make a picture', () => {
    const [, cabinet, house] = SMALL_GRID.nodes;
    const many = Array.from({ length: 1_000 }, (_, at) => ({ ...house!, nodeId: 10 + at, x: at % 40, y: at }));
    const { nodes, leftOut } = draw({}, [SMALL_GRID.nodes[0]!, cabinet!, house!, ...many]);
    expect(leftOut).toBe(true);
    expect(nodes.map(({ nodeId }) => nodeId)).toEqual([1, 2, 3]);
  });
});
