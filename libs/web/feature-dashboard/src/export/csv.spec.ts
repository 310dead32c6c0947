import { decimalText, toCsv } from './csv';

describe('toCsv', () => {
  it('quotes what would be read otherwise', () => {
    expect(toCsv([['a', 'b,c', 'say "hi"', ' d', 'two\nlines', '']])).toBe(
      'a,"b,c","say ""hi"""," d","two\nlines",\r\n',
    );
  });
});

describe('decimalText', () => {
  it.each([
    [0, 3, '0'],
    [5, 3, '0.005'],
    [12_340, 3, '12.34'],
    [-1_500, 3, '-1.5'],
    [-1, 9, '-0.000000001'],
    [9_007_199_254_740_991, 9, '9007199.254740991'],
    [120_000, 6, '0.12'],
    [3_000_000, 3, '3000'],
  ])('%d with %d places is %s', (value, places, text) => {
    expect(decimalText(value, places)).toBe(text);
  });
});
