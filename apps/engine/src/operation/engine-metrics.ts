import { metrics } from '@ceex/server';
import { Counter, Gauge, Histogram } from 'prom-client';

const registers = [metrics];

export const clearingDuration = new Histogram({
  name: 'ceex_engine_clearing_duration_seconds',
  help: 'Time to clear what waited in one community',
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
  registers,
});
export const clearedIntervals = new Counter({
  name: 'ceex_engine_cleared_intervals_total',
  help: 'Intervals cleared by this process',
  registers,
});
export const clearingFaults = new Counter({
  name: 'ceex_engine_clearing_faults_total',
  help: 'Clearings that did not verify; each stopped its market',
  registers,
});
export const clearingFailures = new Counter({
  name: 'ceex_engine_clearing_failures_total',
  help: 'Attempts to deliver simulated readings or to clear that failed (the database was away, …); they are made again',
  registers,
});
export const clearingLag = new Gauge({
  name: 'ceex_engine_clearing_lag_seconds',
  help: 'Since when the interval waits that has waited longest, over all open markets',
  registers,
});
export const clearingOverdue = new Gauge({
  name: 'ceex_engine_clearing_overdue_seconds',
  help: 'How long the interval is past its deadline that is furthest past it, over all open markets',
  registers,
});
export const pendingIntervals = new Gauge({
  name: 'ceex_engine_pending_intervals',
  help: 'Intervals of open markets that wait to be cleared',
  registers,
});
export const markets = new Gauge({
  name: 'ceex_engine_markets',
  help: 'Markets by state',
  labelNames: ['state'] as const,
  registers,
});
export const replayDuration = new Histogram({
  name: 'ceex_engine_replay_duration_seconds',
  help: 'Time to clear the past again for a question "what if"',
  labelNames: ['outcome'] as const,
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
});
export const replaysOpen = new Gauge({
  name: 'ceex_engine_replays_open',
  help: 'Questions "what if" that are worked at or wait',
  registers,
});
export const importedRows = new Counter({
  name: 'ceex_engine_imported_rows_total',
  help: 'Readings that came in, by what became of them',
  labelNames: ['outcome'] as const,
  registers,
});
