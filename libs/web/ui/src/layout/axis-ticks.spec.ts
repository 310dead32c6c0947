import { axisTicks } from './axis-ticks';

describe('axisTicks', () => {
  it('are round and within the range', () => {
    expect(axisTicks(0, 3_900, 4)).toEqual([0, 1_000, 2_000, 3_000]);
    expect(axisTicks(74_000, 171_000, 5)).toEqual([80_000, 100_000, 120_000, 140_000, 160_000]);
    expect(axisTicks(0, 1, 5)).toHaveLength(6);
  });

  it('are none for a range without length', () => {
    expect(axisTicks(5, 5, 4)).toEqual([]);
  });
});
