import { metricsAnswer, TOTALS } from '../testing/metrics-answer';
import { addMetrics } from './add-metrics';

describe('addMetrics', () => {
  it('adds every figure of the totals and of each point', () => {
    const one = metricsAnswer({ estimatedIntervals: 3 });
    const sum = addMetrics([one, metricsAnswer({ nodeId: 13, estimatedIntervals: 2 }), metricsAnswer({ nodeId: 14 })]);
    for (const field of Object.keys(TOTALS) as (keyof typeof TOTALS)[]) {
      expect({ field, wh: sum.totals[field] }).toEqual({ field, wh: 3 * TOTALS[field] });
      expect(sum.points[0]?.[field]).toBe(3 * TOTALS[field]);
    }
    expect(sum.estimatedIntervals).toBe(5);
    expect(sum.points[0]?.localPriceMicroPerKwh).toBe(one.points[0]?.localPriceMicroPerKwh);
  });

  it('is as far as the answer that is furthest behind', () => {
    const early = metricsAnswer({ points: [], dataUntil: '2026-11-22T10:45:00Z' });
    expect(addMetrics([metricsAnswer(), early])).toMatchObject({ dataUntil: '2026-11-22T10:45:00Z', points: [] });
    expect(addMetrics([early, metricsAnswer()]).dataUntil).toBe('2026-11-22T10:45:00Z');
    expect(addMetrics([metricsAnswer(), metricsAnswer({ dataUntil: null })]).dataUntil).toBeNull();
  });

  it('leaves a single answer as it is', () => {
    expect(addMetrics([metricsAnswer()])).toEqual(metricsAnswer());
  });
});
