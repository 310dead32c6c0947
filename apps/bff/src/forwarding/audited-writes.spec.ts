import type { IncomingMessage, ServerResponse } from 'node:http';
import { AuditEntry } from '../audit/audit-entry.entity';
import { AuditLog } from '../audit/audit-log';
import { type BffUnderTest, SAME_ORIGIN, startBff } from '../testing/bff-under-test';
import { AuditedWrites, LOST_AFTER_MS } from './audited-writes';
import { ForwardedWrite } from './forwarded-write.entity';

const LIMITS = { highestPayMicroPerKwh: null, flexibilityMicroPerKwh: null };
const BEFORE = { kind: 'never-lose', lowestSellMicroPerKwh: 90_000, ...LIMITS };
const AFTER = { kind: 'never-lose', lowestSellMicroPerKwh: 100_000, ...LIMITS };
const EFFECTIVE = {
  ...{ effectiveLowestSellMicroPerKwh: 90_000, effectiveHighestPayMicroPerKwh: 200_000 },
  ruler: {
    ...{ lowMicroPerKwh: 80_000, highMicroPerKwh: 200_000, utilityMicroPerKwh: 270_000 },
    ...{
      localChargesMicroPerKwh: 84_000,
      lastPriceMicroPerKwh: null,
      weekLowMicroPerKwh: null,
      weekHighMicroPerKwh: null,
    },
  },
};

const YEAR = {
  ...{ from: '2025-05-01', to: '2026-04-30' },
  ...{ requiredWh: 0, surplusWh: 0, usedWh: 0, producedWh: 0 },
};
const PROFILE = {
  ...{ nodeId: 7, code: 'N7', kind: 'household', communityId: 1, communityName: 'Dorf' },
  ...{ timeZone: 'Europe/Zurich', currency: 'CHF', gridOperator: 'Netz AG', meteringPoint: null, role: 'consumer' },
  ...{ lastTwelveMonths: YEAR, pvSystems: [], batteries: [] },
};

describe('writes to the engine', () => {
  let bff: BffUnderTest;
  let cookie: string;
  let userId: string;

  beforeAll(async () => {
    bff = await startBff();
    cookie = (await bff.signIn('anna')).session;
    userId = (await bff.http().get('/api/auth/me').set('cookie', cookie)).body.userId;
  });
  afterAll(() => bff.stop());
  beforeEach(async () => {
    bff.engine.reset();
    await bff.dataSource.query('DELETE FROM forwarded_write');
  });
  afterEach(() => jest.restoreAllMocks());

  const answerWrites = (write: (request: IncomingMessage, response: ServerResponse) => void) => {
    bff.engine.answer = (request, response) => {
      if (request.method !== 'GET') return write(request, response);
      return response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ nodeId: 7, validFrom: '2026-01-01T00:00:00Z', strategy: BEFORE, ...EFFECTIVE }));
    };
  };
  const put = () => bff.http().put('/api/engine/node/7/strategy').set('cookie', cookie).set(SAME_ORIGIN).send(AFTER);
  const newest = async () =>
    (await bff.dataSource.getRepository(AuditEntry).find({ order: { id: 'DESC' }, take: 1 }))[0];
  const count = () => bff.dataSource.getRepository(AuditEntry).count();
  const pending = () => bff.dataSource.getRepository(ForwardedWrite).find();

  it('are in the audit log: who, what, before and after', async () => {
    answerWrites((_, response) => response.setHeader('content-type', 'application/json').end('{}'));
    await put().expect(200);
    expect(await newest()).toMatchObject({
      ...{ actorId: userId, communityId: 1, action: 'strategy-changed', subject: { nodeId: 7 } },
      ...{ before: BEFORE, after: AFTER },
    });
    expect(await pending()).toEqual([]);
  });

  it('are in it also where a member names the own node', async () => {
    bff.engine.answer = ({ method }, response) =>
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ ...PROFILE, label: method === 'GET' ? 'Garden 7' : 'Garden 8' }));
    const label = () => bff.http().put('/api/engine/node/7/label').set('cookie', cookie).set(SAME_ORIGIN);
    await label().send({ label: 'Garden 8' }).expect(200);
    expect(await newest()).toMatchObject({
      ...{ actorId: userId, communityId: 1, action: 'label-changed', subject: { nodeId: 7 } },
      ...{ before: { label: 'Garden 7' }, after: { label: 'Garden 8' } },
    });
  });

  it('leave no entry where the engine refuses', async () => {
    const entries = await count();
    answerWrites((_, response) =>
      response.writeHead(422, { 'content-type': 'application/problem+json' }).end('{"status":422,"code":"no-tariff"}'),
    );
    await put().expect(422);
    expect([await count(), await pending()]).toEqual([entries, []]);
  });

  it('are told with an unknown outcome where the engine falls silent', async () => {
    answerWrites((request) => request.socket.destroy());
    await put().expect(502);
    expect(await newest()).toMatchObject({ subject: { nodeId: 7, outcome: 'unknown' }, after: AFTER });
  });

  it('are not sent where they cannot be noted', async () => {
    jest.spyOn(AuditedWrites.prototype, 'note').mockRejectedValue(new Error('the database is away'));
    answerWrites((_, response) => response.end('{}'));
    await put().expect(502);
    expect(bff.engine.received.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('that were lost with their program are told later, once', async () => {
    const record = jest.spyOn(AuditLog.prototype, 'record').mockRejectedValueOnce(new Error('away'));
    answerWrites((_, response) => response.setHeader('content-type', 'application/json').end('{}'));
    await put().expect(200);
    expect(await pending()).toHaveLength(1);
    const writes = bff.app.get(AuditedWrites);
    await writes.settleLost();
    expect(await pending()).toHaveLength(1);
    const later = new Date(Date.now() + LOST_AFTER_MS);
    await Promise.all([writes.settleLost(later), writes.settleLost(later)]);
    expect(await pending()).toEqual([]);
    expect(record).toHaveBeenCalledTimes(2);
    expect(await newest()).toMatchObject({ subject: { nodeId: 7, outcome: 'unknown' } });
  });
});
