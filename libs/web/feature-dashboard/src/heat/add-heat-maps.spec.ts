import { HEAT_FIGURES, type HeatDay } from '@ceex/contracts';
import { addHeatMaps } from './add-heat-maps';
import { hoursOf, readHeat } from './heat-choice';

function heatDay(day: string, wh: number | null): HeatDay {
  const figures = HEAT_FIGURES.map((figure, index) => [
    figure,
    Array.from({ length: 24 }, () => (wh === null ? null : wh + index)),
  ]);
  return { day, ...(Object.fromEntries(figures) as Omit<HeatDay, 'day'>) };
}
const answer = (nodeId: number, days: HeatDay[]) => ({ nodeId, timeZone: 'Europe/Zurich', days });

describe('addHeatMaps', () => {
  it('adds hour by hour what is there', () => {
    const [first, second] = addHeatMaps([
      answer(1, [heatDay('2026-11-01', 10), heatDay('2026-11-02', 5)]),
      answer(2, [heatDay('2026-11-01', 3), heatDay('2026-11-02', null)]),
    ]);
    expect(first?.usedWh[0]).toBe(13);
    expect(first?.soldUtilityWh[23]).toBe(13 + 2 * HEAT_FIGURES.indexOf('soldUtilityWh'));
    expect(second?.usedWh[7]).toBe(5);
  });
});

describe('the choice of the heat map', () => {
  it('is what was traded both ways', () => {
    const day = heatDay('2026-11-01', 10);
    expect(hoursOf(day, 'traded')[0]).toBe(day.boughtLocalWh[0]! + day.soldLocalWh[0]!);
    expect(hoursOf(heatDay('2026-11-01', null), 'traded')[0]).toBeNull();
  });

  it('is the one in the address as far as the household has it', () => {
    expect(readHeat('produced', true)).toBe('produced');
    expect(readHeat('produced', false)).toBe('used');
    expect(readHeat('nonsense', true)).toBe('used');
    expect(readHeat(undefined, false)).toBe('used');
  });
});
