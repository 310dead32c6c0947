import { localRange } from './local-ranges';

describe('ranges of the dashboard', () => {
  const now = Date.parse('2026-11-22T22:59:00Z'); // Sunday, 23:59 in Zürich

  it.each([
    ['today', '2026-11-22', '2026-11-23'],
    ['current-week', '2026-11-16', '2026-11-23'],
    ['current-month', '2026-11-01', '2026-12-01'],
    ['last-month', '2026-10-01', '2026-11-01'],
    ['last-3-months', '2026-08-23', '2026-11-23'],
    ['last-year', '2025-11-23', '2026-11-23'],
  ] as const)('%s', (name, startDay, endDay) => {
    expect(localRange(name, now, 'Europe/Zurich')).toEqual({ startDay, endDay });
  });

  it('follows the local day, not the UTC one', () => {
    expect(localRange('current-week', now + 60_000, 'Europe/Zurich').startDay).toBe('2026-11-23');
  });
});
