import { metricsAnswer } from '../testing/metrics-answer';
import { gapOf } from './coverage';

const [point] = metricsAnswer().points;
const day = (start: string, intervals: number) => ({ ...point!, start, intervals });

describe('gapOf', () => {
  it('finds none in a full day, also of several nodes', () => {
    expect(gapOf(metricsAnswer({ points: [day('2026-10-31T23:00:00Z', 96)] }), 1)).toBeNull();
    expect(gapOf(metricsAnswer({ points: [day('2026-10-31T23:00:00Z', 192)] }), 2)).toBeNull();
  });

  it('counts the intervals without readings, up to the end of data', () => {
    expect(gapOf(metricsAnswer({ points: [day('2026-10-31T23:00:00Z', 90)] }), 1)).toEqual({
      kind: 'missing',
      intervals: 6,
    });
    const running = { dataUntil: '2026-11-01T11:00:00Z', points: [day('2026-10-31T23:00:00Z', 48)] };
    expect(gapOf(metricsAnswer(running), 1)).toBeNull();
  });

  it('tells where the figures begin', () => {
    const points = [day('2026-10-31T23:00:00Z', 0), day('2026-11-01T10:00:00Z', 4)];
    expect(gapOf(metricsAnswer({ points }), 1)).toEqual({
      kind: 'begins',
      startMs: Date.parse('2026-11-01T10:00:00Z'),
    });
  });

  it('is silent where there is nothing at all', () => {
    expect(gapOf(metricsAnswer({ dataUntil: null, points: [] }), 1)).toBeNull();
    expect(gapOf(metricsAnswer({ points: [day('2026-10-31T23:00:00Z', 0)] }), 1)).toBeNull();
  });
});
