import { Injectable } from '@angular/core';
import { DateAdapter } from '@angular/material/core';
import { addDays, addMonths, dayToNumber, isDay, type Day } from '@ceex/units';

const MONTHS_A_YEAR = 12;
/** A Monday. */
const SOME_MONDAY = Date.UTC(2026, 10, 16);
const DAY_MS = 86_400_000;
const INVALID = '';

/** Day, month, year as the Swiss type them in every language: `22.11.2026`, also `22/11/26` and `22 11 2026`. */
const TYPED = /^\s*(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4}|\d{2})\s*$/;

/**
 * The date picker on days of the calendar (`YYYY-MM-DD`): no clock, no time zone, nothing to be off by an hour. Texts
 * are those of the locale that `setLocale` was given; weeks begin on Monday. `today` is what `knowToday` said.
 */
@Injectable()
export class DayAdapter extends DateAdapter<Day, string> {
  private day: Day = '1970-01-01';

  /** The community's today, which the picker marks. */
  knowToday(day: Day): void {
    this.day = day;
  }

  getYear(day: Day): number {
    return Number(day.slice(0, 4));
  }

  getMonth(day: Day): number {
    return Number(day.slice(5, 7)) - 1;
  }

  getDate(day: Day): number {
    return Number(day.slice(8, 10));
  }

  getDayOfWeek(day: Day): number {
    return new Date(dayToNumber(day) * DAY_MS).getUTCDay();
  }

  getMonthNames(style: 'long' | 'short' | 'narrow'): string[] {
    const text = this.text({ month: style });
    return Array.from({ length: MONTHS_A_YEAR }, (_, month) => text.format(Date.UTC(2026, month, 1)));
  }

  getDateNames(): string[] {
    return Array.from({ length: 31 }, (_, date) => `${date + 1}`);
  }

  /** From Sunday, as Material wants them. */
  getDayOfWeekNames(style: 'long' | 'short' | 'narrow'): string[] {
    const text = this.text({ weekday: style });
    return Array.from({ length: 7 }, (_, day) => text.format(SOME_MONDAY + (day - 1) * DAY_MS));
  }

  getYearName(day: Day): string {
    return day.slice(0, 4);
  }

  getFirstDayOfWeek(): number {
    return 1;
  }

  getNumDaysInMonth(day: Day): number {
    return this.getDate(addDays(addMonths(this.createDate(this.getYear(day), this.getMonth(day), 1), 1), -1));
  }

  clone(day: Day): Day {
    return day;
  }

  createDate(year: number, month: number, date: number): Day {
    const two = (value: number) => `${value}`.padStart(2, '0');
    return `${`${year}`.padStart(4, '0')}-${two(month + 1)}-${two(date)}`;
  }

  today(): Day {
    return this.day;
  }

  /** What was typed as a day, null for nothing, invalid for anything else. */
  parse(value: unknown): Day | null {
    if (typeof value !== 'string' || value.trim() === '') return null;
    if (isDay(value.trim())) return value.trim();
    const [, date, month, year = ''] = TYPED.exec(value) ?? [];
    if (date === undefined || month === undefined) return INVALID;
    const day = this.createDate(Number(year.length === 2 ? `20${year}` : year), Number(month) - 1, Number(date));
    return isDay(day) ? day : INVALID;
  }

  format(day: Day, display: Intl.DateTimeFormatOptions): string {
    return this.text(display).format(dayToNumber(day) * DAY_MS);
  }

  addCalendarYears(day: Day, years: number): Day {
    return addMonths(day, years * MONTHS_A_YEAR);
  }

  addCalendarMonths(day: Day, months: number): Day {
    return addMonths(day, months);
  }

  addCalendarDays(day: Day, days: number): Day {
    return addDays(day, days);
  }

  toIso8601(day: Day): string {
    return day;
  }

  isDateInstance(value: unknown): boolean {
    return typeof value === 'string';
  }

  isValid(day: Day): boolean {
    return isDay(day);
  }

  invalid(): Day {
    return INVALID;
  }

  private text(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.locale, { ...options, timeZone: 'UTC' });
  }
}

/** How the picker writes days: figures only where they are typed, words for the reader of the screen. */
export const DAY_FORMATS = {
  parse: { dateInput: {} },
  display: {
    dateInput: { day: '2-digit', month: '2-digit', year: 'numeric' },
    monthYearLabel: { month: 'short', year: 'numeric' },
    dateA11yLabel: { day: 'numeric', month: 'long', year: 'numeric' },
    monthYearA11yLabel: { month: 'long', year: 'numeric' },
  },
} as const;
