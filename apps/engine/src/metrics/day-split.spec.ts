import { startOfLocalDay } from '@ceex/units';
import { splitDays } from './day-split';

const ZONE = 'Europe/Zurich';
const at = (text: string): number => Date.parse(text);
const day = (text: string): number => startOfLocalDay(text, ZONE);

describe('whole days and edges of a range', () => {
  it('is all days where it begins and ends with them', () => {
    expect(splitDays({ startMs: day('2026-10-24'), endMs: day('2026-10-27') }, ZONE)).toEqual({
      days: { firstDay: '2026-10-24', endDay: '2026-10-27' },
      edges: [],
    });
  });

  it('has an edge where a day is cut', () => {
    const [startMs, endMs] = [at('2026-10-24T10:00:00Z'), at('2026-10-26T01:00:00Z')];
    expect(splitDays({ startMs, endMs }, ZONE)).toEqual({
      days: { firstDay: '2026-10-25', endDay: '2026-10-26' },
      edges: [
        { startMs, endMs: day('2026-10-25') },
        { startMs: day('2026-10-26'), endMs },
      ],
    });
  });

  it.each([
    ['within a day', '2026-10-25T00:30:00Z', '2026-10-25T04:00:00Z'],
    ['across midnight', '2026-10-24T10:00:00Z', '2026-10-25T04:00:00Z'],
  ])('is one edge where it holds no whole day: %s', (_, from, to) => {
    const range = { startMs: at(from), endMs: at(to) };
    expect(splitDays(range, ZONE)).toEqual({ days: null, edges: [range] });
  });
});
