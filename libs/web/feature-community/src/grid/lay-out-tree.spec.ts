import { layOutTree } from './lay-out-tree';

const node = (nodeId: number, parentId: number | null) => ({ nodeId, parentId });

describe('layOutTree', () => {
  it('puts the root in the middle and everything else one step further out than its parent', () => {
    const places = layOutTree([node(3, 2), node(1, null), node(2, 1), node(4, 1)]);
    const far = [1, 2, 3, 4].map((id) => Math.hypot(places.get(id)?.x ?? NaN, places.get(id)?.y ?? NaN));
    for (const [index, distance] of [0, 1, 2, 1].entries()) expect(far[index]).toBeCloseTo(distance);
  });

  it('shares the circle evenly among the ends, each parent in the middle of its branch', () => {
    const places = layOutTree([node(1, null), node(2, 1), node(3, 1), node(4, 2), node(5, 2), node(6, 3), node(7, 3)]);
    const angle = (id: number) => Math.atan2(places.get(id)?.x ?? NaN, -(places.get(id)?.y ?? NaN)) * (180 / Math.PI);
    expect([4, 5, 6, 7].map((id) => Math.round(angle(id)))).toEqual([45, 135, -135, -45]);
    expect([2, 3].map((id) => Math.round(angle(id)))).toEqual([90, -90]);
  });

  it('bears a chain of thousands', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => node(at + 1, at === 0 ? null : at));
    expect(layOutTree(chain).size).toBe(20_000);
  });
});
