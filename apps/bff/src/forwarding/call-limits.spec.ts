import { engineRoutes } from '@ceex/contracts';
import type { BffConfig } from '../config/bff-config';
import type { ForwardingRule } from './allow-list';
import { CallLimits } from './call-limits';

const MINUTE = 60_000;

describe('limits of calls', () => {
  const rule = (change: Partial<ForwardingRule>): ForwardingRule => ({
    route: engineRoutes.getNodeNow,
    timeoutMs: 1_000,
    maxBodyBytes: 0,
    maxAnswerBytes: 1_000,
    perMinute: 2,
    atOnce: 2,
    ...change,
  });
  const limits = (factor = 1) => new CallLimits({ CALLS_PER_MINUTE_FACTOR: factor } as BffConfig);
  const wait = (seconds: number) =>
    expect.objectContaining({ code: 'too-many-requests', details: { headers: { 'retry-after': String(seconds) } } });

  it('count by session, rule and minute', () => {
    const counted = limits();
    const metrics = rule({ route: engineRoutes.getNodeMetrics });
    for (let call = 0; call < 2; call++) counted.enter('a', rule({}), 10 * MINUTE)();
    expect(() => counted.enter('a', rule({}), 10 * MINUTE + 45_000)).toThrow(wait(15));
    counted.enter('a', metrics, 10 * MINUTE)();
    counted.enter('b', rule({}), 10 * MINUTE)();
    counted.enter('a', rule({}), 11 * MINUTE)();
  });

  it('let so many be under way, and a place be taken again', () => {
    const counted = limits(100);
    const leave = counted.enter('a', rule({ atOnce: 1 }));
    expect(() => counted.enter('a', rule({ atOnce: 1 }))).toThrow(wait(1));
    leave();
    counted.enter('a', rule({ atOnce: 1 }))();
  });
});
