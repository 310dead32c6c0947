import { readStart } from './read-start';

const ZONE = 'Europe/Zurich';

describe('readStart', () => {
  it.each([
    ['2026-03-29T01:00:00Z', '2026-03-29T01:00:00Z'],
    ['2026-03-29T03:00:00+02:00', '2026-03-29T01:00:00Z'],
    ['2026-10-25T02:15:00+01:00', '2026-10-25T01:15:00Z'],
    ['2026-03-29 03:00', '2026-03-29T01:00:00Z'],
    ['2026-03-29T03:00:00', '2026-03-29T01:00:00Z'],
    ['2026-07-01T12:45', '2026-07-01T10:45:00Z'],
  ])('%s is %s', (text, instant) => {
    expect(readStart(text, ZONE)).toBe(Date.parse(instant));
  });

  it.each([
    ['2026-10-25 02:30', 'ambiguous-time'],
    ['2026-03-29 02:30', 'missing-time'],
    ['2026-03-29 03:10', 'off-grid'],
    ['2026-03-29 03:00:30', 'off-grid'],
    ['2026-03-29T01:07:00Z', 'off-grid'],
    ['2026-03-29 03:00:99', 'bad-time'],
    ['29.03.2026 03:00', 'bad-time'],
    ['2026-02-30 03:00', 'bad-time'],
    ['', 'bad-time'],
  ])('%s is %s', (text, code) => {
    expect(readStart(text, ZONE)).toBe(code);
  });
});
