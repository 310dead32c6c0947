import type { Failure } from '@ceex/server';
import { replayRange } from './replay-range';

const days = (startDate: string, endDate: string, households = 40): number => {
  const { startMs, endMs } = replayRange({ startDate, endDate }, 'Europe/Zurich', households);
  return (endMs - startMs) / 86_400_000;
};

function refusal(startDate: string, endDate: string, households?: number): string | undefined {
  try {
    days(startDate, endDate, households);
    return undefined;
  } catch (error) {
    const [fault] = (error as Failure).details.errors ?? [];
    return `${fault?.path}: ${fault?.message}`;
  }
}

describe('the range of a replay', () => {
  it('is a year with both its ends, also a leap year', () => {
    expect(days('2025-11-22', '2026-11-22')).toBe(366);
    expect(days('2027-11-22', '2028-11-22')).toBe(367);
    expect(days('2027-03-29', '2028-03-29')).toBe(367);
    // The clocks go back twice in it.
    expect(days('2025-10-26', '2026-10-26') * 24).toBe(366 * 24 + 1);
  });

  it('is no more than that', () => {
    expect(refusal('2025-11-22', '2026-11-24')).toMatch(/^endDate: must be at most 367 days after startDate/);
  });

  it('is shorter in a large community', () => {
    expect(refusal('2026-01-01', '2026-12-31', 400)).toBeUndefined();
    expect(refusal('2026-01-01', '2026-12-31', 1_000)).toMatch(
      /^endDate: must be at most 166 days .* 1000 households$/,
    );
    expect(days('2026-01-01', '2026-01-08', 20_000)).toBe(8);
  });
});
