import { energyUnit, formatEnergy, formatEnergyAs } from './energy';
import { formatMoment, formatRecent, MOMENT_STYLES } from './moment';
import { formatMoney, moneyText } from './money';
import { formatPrice } from './price';
import { quantityText } from './quantity';
import { formatShare } from './share';

/** The thousands sign differs between versions of the ICU data: an apostrophe of either kind. */
const plain = (text: string) => text.replaceAll(/[’'\u202f]/g, "'").replaceAll('\u00a0', ' ');
const energy = (wh: number) => plain(quantityText(formatEnergy(wh, 'de-CH')));
const money = (nano: number, signed = false) => plain(moneyText(formatMoney(nano, 'de-CH', 'CHF', signed)));

describe('energy', () => {
  it('has the decimals that help', () => {
    expect(energy(0)).toBe('0.00 kWh');
    expect(energy(4)).toBe('0.004 kWh');
    expect(energy(420)).toBe('0.42 kWh');
    expect(energy(21_340)).toBe('21.3 kWh');
    expect(energy(212_400)).toBe('212 kWh');
    expect(energy(1_234_000)).toBe("1'234 kWh");
    expect(energy(-420)).toBe('−0.42 kWh');
  });

  it('turns to MWh at 10 000 kWh', () => {
    expect(energy(9_999_000)).toBe("9'999 kWh");
    expect(energy(12_340_000)).toBe('12.3 MWh');
    expect(energyUnit(10_000_000)).toBe('MWh');
  });

  it('gives a column one unit and one number of decimals', () => {
    expect(formatEnergyAs(420, 'kWh', 212_000, 'de-CH')).toBe('0');
    expect(formatEnergyAs(420, 'kWh', 4_000, 'de-CH')).toBe('0.42');
  });
});

describe('price', () => {
  it('is in Rp./kWh with one decimal', () => {
    expect(formatPrice(142_000, 'de-CH', 'CHF')).toEqual({ value: '14.2', unit: 'Rp./kWh' });
    expect(formatPrice(162_400, 'en-CH', 'EUR')).toEqual({ value: '16.2', unit: 'ct/kWh' });
    expect(formatPrice(0, 'en-CH', 'SEK').unit).toBe('SEK/100/kWh');
  });

  it('is in centimes and centesimi where French and Italian are spoken', () => {
    expect(formatPrice(142_000, 'fr-CH', 'CHF')).toEqual({ value: '14,2', unit: 'ct./kWh' });
    expect(formatPrice(142_000, 'it-CH', 'CHF')).toEqual({ value: '14.2', unit: 'ct./kWh' });
    expect(formatPrice(162_400, 'fr-CH', 'EUR').unit).toBe('ct/kWh');
  });
});

describe('money', () => {
  it('is rounded to hundredths, half away from zero', () => {
    expect(money(31_400_000_000)).toBe('CHF 31.40');
    expect(money(5_000_000)).toBe('CHF 0.01');
    expect(money(-5_000_000)).toBe('CHF −0.01');
    expect(money(-4_999_999)).toBe('CHF 0.00');
  });

  it.each(['de-CH', 'fr-CH', 'it-CH', 'en-CH'])('has a point before the hundredths in %s', (locale) => {
    expect(plain(moneyText(formatMoney(-1_231_400_000_000, locale, 'CHF')))).toMatch(/^CHF −1'?231\.40$/);
  });

  it('shows a plus where it is asked for, but not at zero', () => {
    expect(money(18_700_000_000, true)).toBe('CHF +18.70');
    expect(money(0, true)).toBe('CHF 0.00');
  });
});

describe('share', () => {
  it('is in whole percent, a dash without a whole', () => {
    expect(formatShare(64, 100, 'de-CH')).toEqual({ value: '64', unit: '%' });
    expect(formatShare(0, 0, 'de-CH')).toEqual({ value: '–', unit: '' });
  });
});

describe('moments', () => {
  const zone = 'Europe/Zurich';
  const now = Date.parse('2026-11-21T23:30:00Z'); // 00:30 on the 22nd in Zürich

  it('are told by the community’s clock', () => {
    expect(formatMoment(now, 'time', 'de-CH', zone)).toBe('00:30');
    expect(formatMoment(now, 'time', 'en-CH', 'Asia/Kolkata')).toBe('05:00');
  });

  it.each(['de-CH', 'fr-CH', 'it-CH', 'en-CH'])('have the clock time that Intl writes in %s', (locale) => {
    const intl = new Intl.DateTimeFormat(locale, { ...MOMENT_STYLES.time, timeZone: zone });
    for (const minutes of [0, 1, 59, 60, 725, 1_439]) {
      expect(formatMoment(now + minutes * 60_000, 'time', locale, zone)).toBe(intl.format(now + minutes * 60_000));
    }
  });

  it('are told by the community’s days where they are near', () => {
    expect(formatRecent(Date.parse('2026-11-21T23:15:00Z'), now, 'en-CH', zone)).toBe('today 00:15');
    expect(formatRecent(Date.parse('2026-11-21T22:45:00Z'), now, 'de-CH', zone)).toBe('gestern 23:45');
    expect(formatRecent(Date.parse('2026-11-14T22:45:00Z'), now, 'en-CH', zone)).toContain('14');
  });
});
