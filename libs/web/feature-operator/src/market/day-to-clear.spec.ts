import { dayToClear } from './day-to-clear';

const ZURICH = 'Europe/Zurich';
const NOON = Date.parse('2026-11-22T11:05:00Z');

describe('dayToClear', () => {
  it('covers a past local day, from midnight to midnight of the community', () => {
    expect(dayToClear('2026-11-20', ZURICH, NOON)).toEqual({
      start: '2026-11-19T23:00:00Z',
      end: '2026-11-20T23:00:00Z',
    });
  });

  it('has 25 hours on the day the clocks go back', () => {
    expect(dayToClear('2026-10-25', ZURICH, NOON)).toEqual({
      start: '2026-10-24T22:00:00Z',
      end: '2026-10-25T23:00:00Z',
    });
  });

  it('ends today with the last interval that is over', () => {
    expect(dayToClear('2026-11-22', ZURICH, NOON)).toEqual({
      start: '2026-11-21T23:00:00Z',
      end: '2026-11-22T11:00:00Z',
    });
  });

  it('refuses a day that has not begun, or whose first interval still runs', () => {
    expect(dayToClear('2026-11-23', ZURICH, NOON)).toBe('in-future');
    expect(dayToClear('2026-11-22', ZURICH, Date.parse('2026-11-21T23:10:00Z'))).toBe('in-future');
  });

  it('refuses what is no day', () => {
    expect(dayToClear('', ZURICH, NOON)).toBe('missing');
    expect(dayToClear('2026-02-30', ZURICH, NOON)).toBe('missing');
  });
});
