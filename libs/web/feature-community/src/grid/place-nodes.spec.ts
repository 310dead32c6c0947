import { placeNodes } from './place-nodes';

const house = (nodeId: number, x: number | null, y: number | null) => ({
  nodeId,
  parentId: nodeId > 1 ? 1 : null,
  x,
  y,
});

describe('placeNodes', () => {
  it('draws north at the top', () => {
    const { measured, places } = placeNodes([house(1, 2_600_000, 1_200_000), house(2, 2_600_010, 1_200_050)]);
    expect(measured).toBe(true);
    expect(places.get(2)).toEqual({ x: 2_600_010, y: -1_200_050 });
  });

  it('lays out a tree where a coordinate is missing, or where all are the same', () => {
    expect(placeNodes([house(1, 0, 0), house(2, 5, null)]).measured).toBe(false);
    const { measured, places } = placeNodes([house(1, 0, 0), house(2, 0, 0)]);
    expect(measured).toBe(false);
    expect(places.get(2)).not.toEqual(places.get(1));
  });
});
