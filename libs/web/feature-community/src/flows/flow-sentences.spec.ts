import { SMALL_GRID, smallFlows } from '../testing/small-grid';
import {
  fullestSentence,
  intervalName,
  lineSentence,
  ownSentence,
  tradeSentence,
  type Wording,
} from './flow-sentences';
import { intervalsOfDay } from './interval-of-day';
import { lineFlows } from './line-flows';

const wording: Wording = {
  language: { translate: (key, params = {}) => [key.split('.').at(-1), ...Object.values(params)].join(' ') },
  formats: {
    energy: (wh) => `${wh}Wh`,
    price: (micro) => `${micro / 10_000}Rp`,
    share: (part, whole) => `${(part / whole) * 100}%`,
    moment: (ms) => new Date(ms).toISOString().slice(11, 16),
  },
  timeZone: 'Europe/Zurich',
  currency: 'CHF',
};
const flows = smallFlows();
const intervals = intervalsOfDay('2026-11-22', 'Europe/Zurich', flows);
const trade = (at: number) => tradeSentence(intervals[at]!, flows, wording);
const lines = (index: number) => lineFlows(SMALL_GRID.nodes, flows, index);

describe('the sentences of an interval', () => {
  it('name it', () => {
    expect(intervalName(intervals[52]!, wording)).toBe('12:00–12:15');
  });

  it('say what was traded, or that nothing was, or that nothing is known yet', () => {
    expect([52, 53, 54].map(trade)).toEqual(['traded 3000Wh 14.2Rp', 'noTrade', 'notCleared']);
  });

  it('say what one’s own house sold or bought', () => {
    const own = (index: number, ...ids: number[]) => ownSentence(lines(index), new Set(ids), wording);
    expect(own(0, 3)).toBe('ownSold 1000Wh');
    expect(own(1, 3)).toBe('ownNothing');
    expect(own(0, 2, 3)).toBe('ownBought 700Wh');
    expect(own(0)).toBe('');
    expect(own(-1, 3)).toBe('');
  });

  it('name the fullest line, in the direction of its flow', () => {
    expect(fullestSentence(lines(0), wording)).toBe('fullest Trafo Dorf Kabine Lindenweg 85%');
    expect(fullestSentence(lines(1), wording)).toBe('');
  });

  it('tell of a line, and say why one is not shown', () => {
    const sentences = lines(0).map((line) => lineSentence(line, wording));
    expect(sentences.slice(0, 3)).toEqual([
      'line Trafo Dorf Kabine Lindenweg 1700Wh 85%',
      'line Lindenweg 3 Kabine Lindenweg 1000Wh 25%',
      'hidden Lindenweg 4 Kabine Lindenweg',
    ]);
    expect(lineSentence(lines(1)[0]!, wording)).toBe('lineStill Kabine Lindenweg Trafo Dorf');
  });
});
