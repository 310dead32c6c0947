import { type Collect, observePool } from '@ceex/server';
import type { INestApplicationContext } from '@nestjs/common';
import { CircuitState } from 'cockatiel';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { EngineCircuit } from '../forwarding/engine-circuit';
import { LiveStreams } from '../forwarding/live-streams';
import { circuitOpen, letters, oldestLetter, streamsOpen } from './bff-metrics';

interface OutboxRow {
  readonly queued: number;
  readonly failed: number;
  readonly oldest: number;
}

const OUTBOX = `
SELECT count(*) FILTER (WHERE state = 'queued')::int AS queued,
  count(*) FILTER (WHERE state = 'failed' AND settled_at > now() - interval '1 day')::int AS failed,
  coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE state = 'queued')), 0)::float8 AS oldest
FROM letter WHERE state IN ('queued', 'failed')`;

/** Looks up the BFF's figures. The outbox is shared: each replica sees the same figures of it, take their maximum. */
export function collectBff(app: INestApplicationContext): Collect {
  const dataSource = app.get(DataSource, { strict: false });
  const { master } = dataSource.driver as unknown as { master: Pool };
  const circuit = app.get(EngineCircuit, { strict: false });
  const streams = app.get(LiveStreams, { strict: false });
  return async () => {
    observePool(master);
    streamsOpen.set(streams.count);
    circuitOpen.set(opennessOf(circuit.state));
    const [row] = await dataSource.query<OutboxRow[]>(OUTBOX);
    const { queued, failed, oldest } = row as OutboxRow;
    letters.set({ state: 'queued' }, queued);
    letters.set({ state: 'failed' }, failed);
    oldestLetter.set(oldest);
  };
}

function opennessOf(state: CircuitState): number {
  if (state === CircuitState.Closed) return 0;
  return state === CircuitState.HalfOpen ? 0.5 : 1;
}
