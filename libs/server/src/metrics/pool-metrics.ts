import type { Pool } from 'pg';
import { Gauge } from 'prom-client';
import { metrics } from './registry';

const connections = new Gauge({
  name: 'ceex_database_connections',
  help: 'Connections of the database pool, by state',
  labelNames: ['state'] as const,
  registers: [metrics],
});
const waiting = new Gauge({
  name: 'ceex_database_waiting',
  help: 'Work that waits for a connection of the database pool',
  registers: [metrics],
});

/** Shows how a pool stands. */
export function observePool({ totalCount, idleCount, waitingCount }: Pool): void {
  connections.set({ state: 'busy' }, totalCount - idleCount);
  connections.set({ state: 'idle' }, idleCount);
  waiting.set(waitingCount);
}
