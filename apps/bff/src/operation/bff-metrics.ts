import { metrics } from '@ceex/server';
import { Counter, Gauge, Histogram } from 'prom-client';

const registers = [metrics];

export const engineCalls = new Histogram({
  name: 'ceex_bff_engine_call_duration_seconds',
  help: 'Time of calls of the engine: answered, silent (no connection, or too late), refused by the open circuit, failed',
  labelNames: ['outcome'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers,
});
export const circuitOpen = new Gauge({
  name: 'ceex_bff_engine_circuit_open',
  help: 'Whether calls of the engine are refused because it does not answer: 0 no, 1 yes, 0.5 it is being tried',
  registers,
});
export const signIns = new Counter({
  name: 'ceex_bff_sign_ins_total',
  help: 'Steps of signing in, by how they ended: succeeded, or the code of the problem',
  labelNames: ['outcome'] as const,
  registers,
});
export const letters = new Gauge({
  name: 'ceex_bff_outbox_letters',
  help: 'Letters that wait, and letters that were given up in the last day',
  labelNames: ['state'] as const,
  registers,
});
export const oldestLetter = new Gauge({
  name: 'ceex_bff_outbox_oldest_seconds',
  help: 'Age of the oldest letter that waits',
  registers,
});
export const streamsOpen = new Gauge({
  name: 'ceex_bff_streams_open',
  help: 'Streams of events to browsers',
  registers,
});
