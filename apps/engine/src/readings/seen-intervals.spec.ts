import fc from 'fast-check';
import { SeenIntervals } from './seen-intervals';

describe('SeenIntervals', () => {
  it('knows what it has seen, in ascending order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 })), (indices) => {
        const seen = new SeenIntervals();
        const fresh = indices.map((index) => seen.add(index));
        expect(fresh).toEqual(indices.map((index, at) => indices.indexOf(index) === at));
        expect([...seen.values()]).toEqual([...new Set(indices)].sort((a, b) => a - b));
      }),
    );
  });
});
