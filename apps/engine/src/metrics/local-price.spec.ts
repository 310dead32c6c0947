import { localPrice } from './local-price';

describe('the local price', () => {
  it.each([
    [0, 0, null],
    [3, 300_000, 100_000],
    [3, 300_001, 100_000],
    [3, 300_002, 100_001],
    [2, 200_001, 100_001],
    [2, -3, -1],
    // Beyond 2^53 / 2: doubling the amount first would not be exact.
    [40_000_000_000, 8_000_000_000_000_000, 200_000],
  ])('of %i Wh and %i nCHF is %p', (tradedWh, tradedNano, price) => {
    expect(localPrice({ tradedWh, tradedNano })).toBe(price);
  });
});
