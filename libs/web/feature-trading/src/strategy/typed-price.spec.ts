import { readTypedPrice, typedPrice } from './typed-price';

describe('readTypedPrice', () => {
  it.each([
    ['2', 20_000],
    ['2.5', 25_000],
    ['2,5', 25_000],
    [' 0.04 ', 0],
    ['0.3', 3_000],
    ['100', 1_000_000],
  ])('reads "%s"', (text, price) => {
    expect(readTypedPrice(text)).toBe(price);
  });

  it('takes an empty field for no wish', () => {
    expect(readTypedPrice('  ')).toBeNull();
  });

  it.each(['-1', '1e3', 'two', '1.2.3', '100.1', '.5'])('refuses "%s"', (text) => {
    expect(readTypedPrice(text)).toBe('wrong');
  });

  it('reads what it writes', () => {
    for (const price of [0, 1_000, 25_000, 123_000]) expect(readTypedPrice(typedPrice(price))).toBe(price);
    expect(typedPrice(null)).toBe('');
  });
});
