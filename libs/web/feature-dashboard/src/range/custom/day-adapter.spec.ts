import { TestBed } from '@angular/core/testing';
import { DAY_FORMATS, DayAdapter } from './day-adapter';

describe('DayAdapter', () => {
  let adapter: DayAdapter;

  beforeEach(() => {
    adapter = TestBed.configureTestingModule({ providers: [DayAdapter] }).inject(DayAdapter);
    adapter.setLocale('de-CH');
  });

  it.each([
    ['22.11.2026', '2026-11-22'],
    [' 1.2.26 ', '2026-02-01'],
    ['22/11/2026', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
  ])('reads %s', (typed, day) => {
    expect(adapter.parse(typed)).toBe(day);
  });

  it('reads nothing as no day, and nonsense as none that is valid', () => {
    expect(adapter.parse('')).toBeNull();
    for (const typed of ['31.2.2026', 'tomorrow', '22.11', '11/22/2026']) {
      expect(adapter.isValid(adapter.parse(typed) as string)).toBe(false);
    }
  });

  it('writes what it reads', () => {
    const text = adapter.format('2026-11-02', DAY_FORMATS.display.dateInput);
    expect(text).toBe('02.11.2026');
    expect(adapter.parse(text)).toBe('2026-11-02');
  });

  it('knows the calendar, Monday first', () => {
    expect(adapter.getNumDaysInMonth('2028-02-10')).toBe(29);
    expect(adapter.getDayOfWeek('2026-11-22')).toBe(0);
    expect(adapter.getDayOfWeekNames('short')[1]).toBe('Mo');
    expect(adapter.getMonthNames('long')[11]).toBe('Dezember');
    expect(adapter.getFirstDayOfWeek()).toBe(1);
    expect(adapter.addCalendarYears('2028-02-29', 1)).toBe('2029-02-28');
    expect(adapter.compareDate('2026-11-22', '2026-11-21')).toBeGreaterThan(0);
  });
});
