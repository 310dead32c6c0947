import { kwhText, productNanoKwh, readNanoKwh } from './decimal-kwh';

describe('decimal kWh', () => {
  it.each([
    ['0.0131', '0.0131'],
    ['12', '12'],
    ['1e-05', '0.00001'],
    ['1.5e2', '150'],
    ['0.000000001', '0.000000001'],
    ['0.1000', '0.1'],
  ])('reads %s exactly', (text, same) => {
    expect(kwhText(readNanoKwh(text) ?? NaN)).toBe(same);
  });

  it.each(['', '-1', '1,5', 'abc', '1.', '0.0000000001', '1e-10'])('refuses "%s"', (text) => {
    expect(readNanoKwh(text)).toBeNull();
  });

  it('multiplies exactly', () => {
    expect(kwhText(productNanoKwh('8.2', '0.14423') ?? NaN)).toBe('1.182686');
    expect(kwhText(productNanoKwh('0.1', '0.2') ?? NaN)).toBe('0.02');
    expect(productNanoKwh('0.12345', '0.12345')).toBeNull();
  });
});
