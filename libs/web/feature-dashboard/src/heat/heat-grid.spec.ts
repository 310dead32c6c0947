import { daysPerColumn, heatColumns, largestOf } from './heat-grid';

const day = (name: string, wh: number | null) => ({ day: name, hoursWh: Array.from({ length: 24 }, () => wh) });

describe('the grid of a heat map', () => {
  it('has a column for each day where there is room', () => {
    expect(daysPerColumn(366, 1000)).toBe(1);
    expect(daysPerColumn(31, 300)).toBe(1);
    expect(daysPerColumn(366, 0)).toBe(1);
  });

  it('joins whole weeks where there is not', () => {
    expect(daysPerColumn(366, 300)).toBe(7);
    expect(daysPerColumn(366, 60)).toBe(14);
  });

  it('leaves days without figures empty', () => {
    const columns = heatColumns([day('2026-11-02', 8)], '2026-11-01', '2026-11-03', 1);
    expect(columns.map(({ hoursWh }) => hoursWh[5])).toEqual([null, 8, null]);
    expect(largestOf(columns)).toBe(8);
  });

  it('takes the mean of the days that have figures, and ends with the last day', () => {
    const days = [day('2026-11-01', 4), day('2026-11-02', null), day('2026-11-03', 8), day('2026-11-09', 2)];
    const columns = heatColumns(days, '2026-11-01', '2026-11-10', 7);
    expect(columns.map(({ firstDay, lastDay, hoursWh }) => [firstDay, lastDay, hoursWh[0]])).toEqual([
      ['2026-11-01', '2026-11-07', 6],
      ['2026-11-08', '2026-11-10', 2],
    ]);
  });

  it('is empty without figures', () => {
    expect(largestOf(heatColumns([], '2026-11-01', '2026-11-02', 1))).toBe(0);
  });
});
