import { simulatedDays, wallSlot } from './calendar';

const zone = 'Europe/Zurich';
const at = (text: string) => Date.parse(text) / 900_000;

describe('simulatedDays', () => {
  it('covers a range with whole local days', () => {
    const days = simulatedDays(at('2026-01-15T12:00Z'), at('2026-01-16T23:15Z'), zone);
    expect(days.map((day) => day.first)).toEqual([
      at('2026-01-14T23:00Z'),
      at('2026-01-15T23:00Z'),
      at('2026-01-16T23:00Z'),
    ]);
    expect(days.map((day) => day.count)).toEqual([96, 96, 96]);
    expect(days.map((day) => day.weekend)).toEqual([false, false, true]); // Thursday, Friday, Saturday
    expect(days[0]?.winter).toBeCloseTo(1, 3);
  });

  it('is empty for an empty range', () => {
    expect(simulatedDays(at('2026-01-15T12:00Z'), at('2026-01-15T12:00Z'), zone)).toEqual([]);
  });
});

describe('wallSlot', () => {
  const slotsOf = (noon: string) => {
    const [day] = simulatedDays(at(noon), at(noon) + 1, zone);
    if (day === undefined) throw new Error('no day');
    return Array.from({ length: day.count }, (_, i) => wallSlot(day, day.first + i, zone));
  };

  it('counts from 0 to 95 on an ordinary day', () => {
    expect(slotsOf('2026-07-01T10:00Z')).toEqual(Array.from({ length: 96 }, (_, i) => i));
  });

  it('leaves out the hour from two to three in spring', () => {
    const slots = slotsOf('2026-03-29T10:00Z');
    expect(slots).toHaveLength(92);
    expect(slots.slice(6, 10)).toEqual([6, 7, 12, 13]);
    expect(slots.at(-1)).toBe(95);
  });

  it('repeats it in autumn', () => {
    const slots = slotsOf('2026-10-25T10:00Z');
    expect(slots).toHaveLength(100);
    expect(slots.slice(6, 18)).toEqual([6, 7, 8, 9, 10, 11, 8, 9, 10, 11, 12, 13]);
    expect(slots.at(-1)).toBe(95);
  });
});
