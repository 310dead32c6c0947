import { simulatedDays } from './calendar';
import { demoCommunity } from './demo-community';
import { EnergyBudget } from './day-energy';
import { loadSeries } from './load';

const zone = 'Europe/Zurich';
const { households } = demoCommunity(3);
const start = Date.parse('2025-12-31T23:00Z') / 900_000;
const year = simulatedDays(start, start + 35_040, zone);
const budgets = households.map((household, number) => new EnergyBudget(household, number, 3, year));

describe('loadSeries', () => {
  it('spends what the budget gives a day: rounding loses nothing from interval to interval', () => {
    const days = year.slice(0, 30);
    for (const budget of budgets) {
      for (const day of days) {
        const usedWh = loadSeries(budget, [day], day.first, day.first + day.count, zone);
        const total = Object.values(budget.of(day)).reduce((sum, part) => sum + part, 0);
        expect(Math.abs(usedWh.reduce((sum, wh) => sum + wh, 0) - total)).toBeLessThanOrEqual(0.500_001);
      }
    }
  });

  it('gives the same values for a part of a day, also where the clocks change', () => {
    for (const noon of ['2026-03-29T10:00Z', '2026-10-25T10:00Z', '2026-06-06T10:00Z']) {
      const at = Date.parse(noon) / 900_000;
      const days = simulatedDays(at, at + 1, zone);
      const [first, end] = [days[0]?.first ?? NaN, (days[0]?.first ?? NaN) + (days[0]?.count ?? NaN)];
      const budget = budgets[5] as EnergyBudget;
      const whole = loadSeries(budget, days, first, end, zone);
      expect(loadSeries(budget, days, at - 7, at + 8, zone)).toEqual(whole.slice(at - 7 - first, at + 8 - first));
    }
  });
});

describe('EnergyBudget', () => {
  it('gives each large appliance its annual energy, and nothing to what a household does not have', () => {
    for (const budget of budgets) {
      for (const part of ['heatPump', 'car', 'boiler'] as const) {
        const total = year.reduce((sum, day) => sum + budget.of(day)[part], 0);
        expect(total).toBeCloseTo(budget.household[`${part}Wh`], 3);
      }
    }
  });

  it('heats in winter and not in summer', () => {
    const number = households.findIndex((household) => household.heatPumpWh > 0);
    const month = (first: number) =>
      year.slice(first, first + 30).reduce((sum, day) => sum + (budgets[number]?.of(day).heatPump ?? NaN), 0);
    expect(month(0)).toBeGreaterThan(4 * month(190));
  });

  it('leaves houses empty now and then, at different times', () => {
    const emptyDays = budgets.map((budget) => {
      const activity = year.map((day) => budget.of(day).activity);
      const mean = activity.reduce((sum, wh) => sum + wh, 0) / activity.length;
      return activity.flatMap((wh, day) => (wh < mean * 0.08 ? [day] : []));
    });
    const counts = emptyDays.map((days) => days.length).filter((_, number) => households[number]?.profile !== 'school');
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...counts)).toBeLessThanOrEqual(30);
    expect(new Set(emptyDays.map((days) => days[0])).size).toBeGreaterThan(10);
  });
});
