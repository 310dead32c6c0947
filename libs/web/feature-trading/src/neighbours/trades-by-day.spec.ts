import type { Trade } from '@ceex/contracts';
import { joinPages, tradesByDay } from './trades-by-day';

function trade(id: string, start: string, direction: Trade['direction'], quantityWh: number): Trade {
  return {
    id,
    start,
    direction,
    counterpart: 'Lindenhof 4',
    quantityWh,
    priceMicroPerKwh: 1,
    amountNano: 1,
    distanceM: 1,
  };
}

describe('tradesByDay', () => {
  it('groups by the day of the community, not of UTC, and sums each direction', () => {
    const days = tradesByDay(
      [
        trade('c', '2026-07-02T10:00:00Z', 'sold', 100),
        trade('b', '2026-07-01T22:15:00Z', 'bought', 30),
        trade('a', '2026-07-01T21:45:00Z', 'sold', 7),
      ],
      'Europe/Zurich',
    );
    expect(days.map(({ day, soldWh, boughtWh }) => ({ day, soldWh, boughtWh }))).toEqual([
      { day: '2026-07-02', soldWh: 100, boughtWh: 30 },
      { day: '2026-07-01', soldWh: 7, boughtWh: 0 },
    ]);
    expect(days[0]?.trades.map(({ id }) => id)).toEqual(['c', 'b']);
    expect(days[0]?.startMs).toBe(Date.parse('2026-07-01T22:00:00Z'));
  });
});

describe('joinPages', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => trade(id, '2026-07-01T10:00:00Z', 'sold', 1)) as [
    Trade,
    Trade,
    Trade,
    Trade,
  ];

  it('puts new trades before the known ones, each once', () => {
    expect(joinPages([d, c], [c, b, a])).toEqual([d, c, b, a]);
    expect(joinPages([c, b], [c, b, a])).toEqual([c, b, a]);
  });

  it('does not join across a gap', () => {
    expect(joinPages([d], [b, a])).toBe('apart');
    expect(joinPages([d], [])).toBe('apart');
  });
});
