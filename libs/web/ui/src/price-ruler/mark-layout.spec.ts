import { assert, integer, property, array, record } from 'fast-check';
import { placeLabels } from './mark-layout';

describe('placeLabels', () => {
  it('leaves labels with room in the first row, below their places', () => {
    expect(
      placeLabels(
        [
          { center: 40, width: 60 },
          { center: 280, width: 60 },
          { center: 160, width: 80 },
        ],
        320,
      ),
    ).toEqual([
      { left: 10, row: 0 },
      { left: 250, row: 0 },
      { left: 120, row: 0 },
    ]);
  });

  it('keeps labels at the ends inside', () => {
    expect(placeLabels([{ center: 5, width: 60 }], 320)).toEqual([{ left: 0, row: 0 }]);
    expect(placeLabels([{ center: 318, width: 60 }], 320)).toEqual([{ left: 260, row: 0 }]);
  });

  it('puts a label that would cover another into the second row', () => {
    const [, second] = placeLabels(
      [
        { center: 160, width: 80 },
        { center: 162, width: 80 },
      ],
      320,
    );
    expect(second).toEqual({ left: 122, row: 1 });
  });

  it('never lets two labels overlap, nor leave the width', () => {
    const wish = record({ center: integer({ min: 0, max: 320 }), width: integer({ min: 20, max: 140 }) });
    assert(
      property(array(wish, { maxLength: 6 }), (wishes) => {
        const places = placeLabels(wishes, 320);
        places.forEach(({ left, row }, index) => {
          const right = left + (wishes[index]?.width ?? 0);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(320);
          places.slice(0, index).forEach((other, at) => {
            const otherRight = other.left + (wishes[at]?.width ?? 0);
            expect(row !== other.row || left >= otherRight || right <= other.left).toBe(true);
          });
        });
      }),
    );
  });
});
