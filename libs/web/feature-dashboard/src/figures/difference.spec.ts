import type { Formats, Language } from '@ceex/web-ui';
import { TOTALS } from '../testing/metrics-answer';
import { differenceOf } from './difference';
import { measureOf, MEASURES, type MeasureName } from './measure';

/** Keys and parameters instead of texts: what is said is the translations' affair. */
const language = {
  translate: (key: string, params: object = {}) => [key.split('.').at(-1), ...Object.values(params)].join(' '),
} as unknown as Language;
const formats = {
  energy: (wh: number) => `${(wh / 1000).toFixed(2)} kWh`,
  money: (nano: number) => `CHF ${(nano / 1e9).toFixed(2)}`,
  share: (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`,
} as Formats;

function difference(name: MeasureName, now: Partial<typeof TOTALS>, before: Partial<typeof TOTALS>) {
  const [a, b] = [measureOf(name, { ...TOTALS, ...now }), measureOf(name, { ...TOTALS, ...before })];
  return differenceOf(a, b, { formats, language, currency: 'CHF' }).text;
}

describe('differenceOf', () => {
  it('has a sign and says more or less', () => {
    expect(difference('used', { usedWh: 12_000 }, {})).toBe('more +2.00 kWh 10.00 kWh');
    expect(difference('produced', { producedWh: 6_500 }, {})).toBe('less −1.50 kWh 8.00 kWh');
    expect(difference('traded', {}, { soldLocalWh: 0 })).toBe('more +2.00 kWh 1.00 kWh');
    expect(difference('betterOff', { costNano: 1_610_000_000 }, {})).toBe('less −CHF 0.50 CHF 0.35');
  });

  it('counts shares in percentage points', () => {
    expect(difference('selfSufficiency', { selfConsumedWh: 4_000 }, {})).toBe('less −points 10 50 %');
    expect(difference('selfConsumption', {}, { producedWh: 10_000 })).toBe('more +points 13 50 %');
  });

  it('has nothing to say where a share has no whole', () => {
    expect(difference('selfConsumption', {}, { producedWh: 0, selfConsumedWh: 0 })).toBe('none');
  });

  it('is none where it is too small to be written', () => {
    expect(MEASURES.map((name) => difference(name, {}, {}))).toEqual(MEASURES.map(() => 'same'));
    expect(difference('used', { usedWh: 10_004 }, {})).toBe('same');
  });
});
