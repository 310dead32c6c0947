import { gridOf, node } from '../testing/markets';
import { prepareGrid } from './prepare-grid';
import type { GridNode } from './grid';

describe('preparing a grid', () => {
  it('numbers the nodes from the root, subtrees in one piece, children by id', () => {
    const grid = gridOf(node(5, 9), node(3, 9, { feeUp: 2, lengthM: 1.5 }), node(9, null), node(4, 3, { feeUp: 3 }));
    expect(grid.nodes.map(({ id }) => id)).toEqual([9, 3, 4, 5]);
    expect([...grid.parent]).toEqual([-1, 0, 1, 0]);
    expect([...grid.end]).toEqual([4, 3, 3, 4]);
    expect([...grid.pathFeeUp]).toEqual([0, 2, 5, 0]);
    expect([...grid.pathLengthMm]).toEqual([0, 1500, 1500, 0]);
    expect(grid.capacityUp[1]).toBe(Infinity);
  });

  it.each<[string, GridNode[], string, number | null]>([
    ['an empty grid', [], 'no-root', null],
    ['two roots', [node(1, null), node(2, null)], 'several-roots', 2],
    ['a ring without root', [node(1, 2), node(2, 1)], 'no-root', null],
    ['a ring beside the tree', [node(1, null), node(2, 3), node(3, 2), node(4, 3)], 'cycle', 2],
    ['a node that is its own parent', [node(1, null), node(2, 2)], 'cycle', 2],
    ['a parent that is not there', [node(1, null), node(2, 7)], 'unknown-parent', 2],
    ['one node twice', [node(1, null), node(2, 1), node(2, 1)], 'duplicate-node', 2],
    ['a negative fee', [node(1, null), node(2, 1, { feeUp: -1 })], 'bad-number', 2],
    ['a broken fee', [node(1, null), node(2, 1, { feeDown: 0.5 })], 'bad-number', 2],
    ['a negative capacity', [node(1, null), node(2, 1, { capacityUp: -1 })], 'bad-number', 2],
    ['an infinite capacity', [node(1, null), node(2, 1, { capacityDown: Infinity })], 'bad-number', 2],
    ['a length that is none', [node(1, null), node(2, 1, { lengthM: Number.NaN })], 'bad-number', 2],
    ['an id that is none', [node(1.5, null)], 'bad-number', 1.5],
    ['endless fees', [node(1, null), node(2, 1, { feeUp: 1e12 }), node(3, 2, { feeUp: 1 })], 'bad-number', 3],
  ])('refuses %s and says where', (_, nodes, code, nodeId) => {
    const answer = prepareGrid({ nodes });
    expect(answer).toMatchObject({ ok: false, error: { code, nodeId } });
  });

  it('says in words what is wrong', () => {
    const answer = prepareGrid({ nodes: [node(1, null), node(2, 1, { feeUp: -1 })] });
    expect(answer).toMatchObject({ error: { message: 'node 2: feeUp must be whole µCHF/kWh, 0 or more, not -1' } });
  });
});
