import { metrics, observeRequests } from '@ceex/server';
import { keptName, monitoredMetrics } from '@ceex/server/testing';
import { type BffUnderTest, startBff } from '../testing/bff-under-test';
import { collectBff } from './collect-bff';
import { countSignIns } from './count-sign-ins';

describe('the BFF’s figures', () => {
  let bff: BffUnderTest;

  beforeAll(async () => {
    bff = await startBff();
    countSignIns(bff.app.getHttpServer());
    observeRequests(bff.app.getHttpServer());
  });
  afterAll(() => bff.stop());

  it('that dashboard and alerts ask for are there, and no others are kept in vain', () => {
    const asked = monitoredMetrics()
      .filter((name) => name.startsWith('ceex_bff_'))
      .map(keptName);
    const kept = metrics
      .getMetricsAsArray()
      .map(({ name }) => name)
      .filter((name) => name.startsWith('ceex_bff_'));
    expect(asked.filter((name) => !kept.includes(name))).toEqual([]);
    expect(kept.filter((name) => !asked.includes(name))).toEqual([]);
  });

  it('count sign-ins by how they ended, and calls of the engine by the engine’s routes', async () => {
    const { session } = await bff.signIn('anna');
    await bff.http().post('/api/auth/login').send({ email: 'anna@example.org', password: 'wrong' }).expect(401);
    await bff.http().get('/api/engine/node/7/now').set('cookie', session);
    const text = await metrics.metrics();
    expect(text).toContain('ceex_bff_sign_ins_total{outcome="succeeded"} 1');
    expect(text).toContain('ceex_bff_sign_ins_total{outcome="wrong-credentials"} 1');
    expect(text).toContain('route="/api/engine/node/:nodeId/now"');
    expect(text).toMatch(/ceex_bff_engine_call_duration_seconds_count\{outcome="answered"\} [1-9]/);
    expect(text).not.toMatch(/anna|node\/7/);
  });

  it('say what waits in the outbox, and how the circuit and the pool stand', async () => {
    const letter = (state: string, at: string) =>
      bff.dataSource.query(
        `INSERT INTO letter (kind, language, recipient, data, state, attempts, due_at, created_at, expires_at, settled_at)
         VALUES ('account-deleted', 'en', 'anna@example.org', '{}', $1, 0, now() + interval '1 day', $2::timestamptz,
           now() + interval '2 days', CASE WHEN $1 = 'failed' THEN now() END)`,
        [state, at],
      );
    await letter('queued', new Date(Date.now() - 600_000).toISOString());
    await letter('failed', new Date().toISOString());
    await collectBff(bff.app)();
    const text = await metrics.metrics();
    expect(text).toContain('ceex_bff_outbox_letters{state="queued"} 1');
    expect(text).toContain('ceex_bff_outbox_letters{state="failed"} 1');
    expect(Number(/^ceex_bff_outbox_oldest_seconds (\S+)$/m.exec(text)?.[1])).toBeCloseTo(600, -2);
    expect(text).toContain('ceex_bff_engine_circuit_open 0');
    expect(text).toContain('ceex_bff_streams_open 0');
    expect(text).toMatch(/ceex_database_connections\{state="idle"\} \d/);
  });
});
