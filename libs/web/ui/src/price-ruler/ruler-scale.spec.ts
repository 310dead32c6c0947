import { positionOnRuler, priceAfterKey, snapToRuler, stepOnRuler } from './ruler-scale';

const ends = { min: 80_000, max: 162_400 };

describe('the price ruler’s scale', () => {
  it('snaps to 0.1 Rp. and to its ends, which need not be whole steps', () => {
    expect(snapToRuler(96_449, ends)).toBe(96_000);
    expect(snapToRuler(96_500, ends)).toBe(97_000);
    expect(snapToRuler(162_390, ends)).toBe(162_400);
    expect(snapToRuler(900_000, ends)).toBe(162_400);
    expect(snapToRuler(-5, ends)).toBe(80_000);
  });

  it('steps from an odd end back onto whole steps', () => {
    expect(stepOnRuler(162_400, -1_000, ends)).toBe(161_000);
    expect(stepOnRuler(162_000, 1_000, ends)).toBe(162_400);
    expect(stepOnRuler(80_450, 1_000, { min: 80_450, max: 100_000 })).toBe(81_000);
  });

  it('knows the keys of a slider', () => {
    expect(priceAfterKey('ArrowRight', 100_000, ends)).toBe(101_000);
    expect(priceAfterKey('ArrowDown', 100_000, ends)).toBe(99_000);
    expect(priceAfterKey('PageUp', 100_000, ends)).toBe(110_000);
    expect(priceAfterKey('PageDown', 85_000, ends)).toBe(80_000);
    expect(priceAfterKey('Home', 100_000, ends)).toBe(80_000);
    expect(priceAfterKey('End', 100_000, ends)).toBe(162_400);
    expect(priceAfterKey('Enter', 100_000, ends)).toBeNull();
  });

  it('places prices between 0 and 1, and all in the middle of a ruler without length', () => {
    expect(positionOnRuler(80_000, ends)).toBe(0);
    expect(positionOnRuler(121_200, ends)).toBe(0.5);
    expect(positionOnRuler(999_999, ends)).toBe(1);
    expect(positionOnRuler(80_000, { min: 80_000, max: 80_000 })).toBe(0.5);
  });
});
