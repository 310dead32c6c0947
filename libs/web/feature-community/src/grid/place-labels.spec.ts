import { placeLabels, type LabelWish } from './place-labels';

const size = { width: 400, height: 200 };
const wish = (key: string, x: number, y: number, weight = 1): LabelWish => ({
  key,
  text: 'Lindenweg',
  at: { x, y },
  reachPx: 8,
  weight,
});

describe('placeLabels', () => {
  it('writes to the right of the symbol, or to its left where the screen ends', () => {
    const labels = placeLabels([wish('a', 100, 100), wish('b', 390, 50)], [], size);
    expect(labels.map(({ key, anchor, x }) => [key, anchor, x])).toEqual([
      ['a', 'start', 111],
      ['b', 'end', 379],
    ]);
  });

  it('never covers a symbol', () => {
    const [label] = placeLabels([wish('a', 100, 100)], [{ at: { x: 130, y: 100 }, reachPx: 8 }], size);
    expect(label?.anchor).toBe('end');
  });

  it('lets no two texts overlap, and leaves out the less weighty one', () => {
    const crowd = Array.from({ length: 9 }, (_, at) => wish(`h${at}`, 200, 100, at));
    const labels = placeLabels(crowd, [], size);
    expect(labels.map(({ key }) => key)).toEqual(['h8', 'h7', 'h6', 'h5']);
  });

  it('leaves out what is off the screen', () => {
    expect(placeLabels([wish('a', -50, 100)], [], size)).toEqual([]);
  });
});
