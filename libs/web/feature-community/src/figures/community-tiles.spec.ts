import { historyAnswer } from '../testing/history-answer';
import { communityTiles } from './community-tiles';

const wording = {
  language: {
    translate: (key: string, params: Record<string, unknown> = {}) =>
      [key.split('.').slice(2).join('.'), ...Object.values(params)].join(' '),
  },
  formats: {
    energy: (wh: number) => `${wh}Wh`,
    energyQuantity: (wh: number) => ({ value: `${wh}`, unit: 'Wh' }),
    money: (nano: number) => `${nano / 1e9}CHF`,
    moneyQuantity: (nano: number) => ({ value: `${nano / 1e9}`, unit: 'CHF' }),
    price: (micro: number) => `${micro / 10_000}Rp`,
    shareQuantity: (part: number, whole: number) => ({ value: `${(part / whole) * 100}`, unit: '%' }),
  },
};
const tiles = (changes = {}) => communityTiles({ history: historyAnswer(changes), ...wording });

describe('the tiles of a community', () => {
  it('give each figure with a sentence', () => {
    expect(tiles().map(({ label, figure, sentence }) => [label, figure.value, sentence])).toEqual([
      ['members.label', '10', 'members.sentence 4'],
      ['produced.label', '20000', 'produced.sentence 8000Wh 4000Wh'],
      ['used.label', '40000', 'used.sentence 24000Wh'],
      ['traded.label', '8000', 'traded.sentence 14Rp'],
      ['local.label', '40', 'local.sentence 16000Wh 40000Wh'],
      ['betterOff.label', '5', 'betterOff.sentence 0.5CHF'],
    ]);
  });

  it('keep sums back where they would tell of single households', () => {
    expect(tiles({ totals: null }).map(({ name }) => name)).toEqual(['members', 'traded']);
  });

  it('say so when nothing was traded', () => {
    expect(tiles({ tradedWh: 0, priceMicroPerKwh: null })[3]?.sentence).toBe('traded.none');
  });
});
