import { formatDays, formatMoment } from '../testing/english-moments';
import { axisLabels, bucketName } from './axis-labels';
import { bucketsOf } from './buckets';

const timeZone = 'Europe/Zurich';
const formats = { moment: formatMoment, days: formatDays };
const at = (instant: string) => Date.parse(instant);
const week = { startMs: at('2026-11-15T23:00:00Z'), endMs: at('2026-11-22T23:00:00Z'), timeZone };

describe('axisLabels', () => {
  it('names each day of a week of hours once, at its noon', () => {
    const hours = bucketsOf({ ...week, resolution: 'hour' }, []);
    const labels = axisLabels(hours, 'hour', 1_000, timeZone, formats);
    expect(labels.filter((label) => label !== '')).toEqual([
      '16 Mon',
      '17 Tue',
      '18 Wed',
      '19 Thu',
      '20 Fri',
      '21 Sat',
      '22 Sun',
    ]);
    expect(labels.indexOf('16 Mon')).toBe(12);
  });

  it('names days shortly where there is little room', () => {
    const days = bucketsOf({ ...week, resolution: 'day' }, []);
    expect(axisLabels(days, 'day', 240, timeZone, formats)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  });

  it('leaves out as many days as there is no room for', () => {
    const month = { startMs: at('2026-10-31T23:00:00Z'), endMs: at('2026-11-30T23:00:00Z'), timeZone };
    const labels = axisLabels(bucketsOf({ ...month, resolution: 'day' }, []), 'day', 300, timeZone, formats);
    expect(labels.filter((label) => label !== '')).toEqual(['Nov 3', 'Nov 9', 'Nov 15', 'Nov 21', 'Nov 27']);
  });
});

describe('axisLabels of quarters of an hour', () => {
  const day = { startMs: at('2026-11-21T23:00:00Z'), endMs: at('2026-11-22T23:00:00Z'), timeZone };
  const labels = (widthPx: number) =>
    axisLabels(bucketsOf({ ...day, resolution: 'interval' }, []), 'interval', widthPx, timeZone, formats);

  it('name full hours in steps that divide the day', () => {
    expect(labels(500).filter((label) => label !== '')).toEqual([
      '00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
    ]);
    expect(labels(250).filter((label) => label !== '')).toEqual(['00:00', '06:00', '12:00', '18:00']);
    expect(labels(250).indexOf('06:00')).toBe(24);
  });
});

describe('bucketName', () => {
  it('names a whole month by its name and a part of one by its days', () => {
    const whole = { startMs: at('2026-09-30T22:00:00Z'), endMs: at('2026-10-31T23:00:00Z') };
    const part = { startMs: at('2026-10-31T23:00:00Z'), endMs: at('2026-11-22T23:00:00Z') };
    expect(bucketName(whole, 'month', timeZone, formats)).toBe('October 2026');
    expect(bucketName(part, 'month', timeZone, formats)).toMatch(/1\s–\s22/);
  });

  it('names an hour from start to end', () => {
    const hour = { startMs: at('2026-11-16T10:00:00Z'), endMs: at('2026-11-16T11:00:00Z') };
    expect(bucketName(hour, 'hour', timeZone, formats)).toBe('Mon, Nov 16, 11:00–12:00');
  });
});
