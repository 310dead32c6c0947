import fc from 'fast-check';
import { formatInstant, parseInstant } from './instants';
import { INTERVAL_MS, intervalIndex, intervalStart, isOnGrid } from './intervals';

describe('instants', () => {
  it.each([
    ['2026-03-29T01:00:00Z', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T03:00:00+02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29 03:00+02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-01-01T00:00-03:30', '2026-01-01T03:30:00.000Z'],
    ['2024-02-29T12:30:15.5Z', '2024-02-29T12:30:15.500Z'],
    ['1969-12-31T23:59:59.007Z', '1969-12-31T23:59:59.007Z'],
  ])('reads %s', (text, iso) => {
    expect(parseInstant(text)).toBe(Date.parse(iso));
  });

  it.each([
    '2026-03-29T01:00:00',
    '2026-03-29',
    '2026-02-29T00:00Z',
    '2026-13-01T00:00Z',
    '2026-03-29T24:00Z',
    '2026-03-29T01:60Z',
    '2026-03-29T01:00:60Z',
    '2026-03-29T01:00+0200',
    '2026-03-29T01:00+02',
    '2026-03-29T01:00Z ',
    '2026-03-29T01:00:00.Z',
    '2026-03-29T01:00:00.0000Z',
    '2026-3-29T01:00Z',
    '26-03-29T01:00Z',
    '2026-03-29t01:00z',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('agrees with Date on every instant written in full', () => {
    const range = { min: Date.UTC(0, 0, 1), max: Date.UTC(9999, 11, 31) };
    fc.assert(
      fc.property(fc.integer(range), (epochMs) => {
        expect(parseInstant(new Date(epochMs).toISOString())).toBe(epochMs);
        expect(parseInstant(formatInstant(epochMs))).toBe(Math.floor(epochMs / 1000) * 1000);
      }),
    );
  });
});

describe('intervals', () => {
  it('are named by their start', () => {
    const start = Date.parse('2026-11-22T14:15:00Z');
    expect(isOnGrid(start)).toBe(true);
    expect(isOnGrid(start + 60_000)).toBe(false);
    expect(isOnGrid(-INTERVAL_MS)).toBe(true);
    expect(intervalIndex(start + INTERVAL_MS - 1)).toBe(intervalIndex(start));
    expect(intervalIndex(-1)).toBe(-1);
    expect(intervalStart(intervalIndex(start))).toBe(start);
  });
});
