import { connect } from 'node:net';
import { engineRoutes, type Community, type CommunitySummary, type Problem, type Tariff } from '@ceex/contracts';
import { signClaims } from '@ceex/server';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { readingsCsv, smallCommunity } from '../testing/small-community';
import { SERVER, startTestEngine, TEST_SECRET, type TestEngine } from '../testing/test-engine';

const MAX_BYTES = 20_000;

describe('communities', () => {
  let engine: TestEngine;
  let community: SmallCommunity;
  const path = (rest = ''): string => `/community/${community.communityId}${rest}`;
  const count = async (table: string): Promise<number> =>
    Number((await engine.database.pool.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);

  beforeAll(async () => {
    engine = await startTestEngine('2026-10-26T00:00:00Z', { IMPORT_MAX_BYTES: String(MAX_BYTES) });
    community = await foundSmallCommunity(engine);
  });
  afterAll(() => engine.stop());

  it('are founded through the API, and read as they were founded', async () => {
    const body = smallCommunity('Neufeld');
    const answer = await engine.send('post', '/community').send(body);
    expect(answer.status).toBe(200);
    const { communityId, nodes } = engineRoutes.foundCommunity.schemas.response.parse(answer.body);
    const { name, timeZone, currency, gridOperator, rules, tariffs } = body;
    expect(await engine.get(`/community/${communityId}`)).toEqual({
      ...{ communityId, name, timeZone, currency, gridOperator, rules, tariffs },
      status: 'open',
    });
    const grid = await engine.get<{ nodes: { nodeId: number; code: string; parentId: number | null }[] }>(
      `/community/${communityId}/grid`,
    );
    const ids = new Map(nodes.map(({ code, nodeId }) => [code, nodeId]));
    expect(grid.nodes).toEqual(
      body.grid.map((node) => ({
        ...node,
        nodeId: ids.get(node.code),
        parentId: ids.get(node.parent ?? '') ?? null,
        produces: node.code === 'a' || node.code === 'b',
      })),
    );
  });

  it('are refused with the fields at fault', async () => {
    const body = smallCommunity();
    const bad = await engine.send('post', '/community').send({ ...body, currency: 'francs', extra: 1 });
    expect(bad.body).toMatchObject({ code: 'bad-request', errors: [{ path: 'body.currency' }, { path: 'body' }] });
    const loop = body.grid.map((node) => (node.code === 'k' ? { ...node, parent: 'a' } : node));
    const tree = await engine.send('post', '/community').send({ ...body, grid: loop });
    expect({ status: tree.status, body: tree.body as unknown }).toMatchObject({
      status: 422,
      body: { code: 'not-a-tree' },
    });
  });

  it('take a tariff for later, and no other', async () => {
    const { tariffs } = await engine.get<Community>(path());
    const later: Tariff = { ...(tariffs[0] as Tariff), validFrom: '2027-01-01', retailMicroPerKwh: 1 };
    const { body } = await engine.send('put', path('/tariff')).send(later).expect(200);
    expect((body as Community).tariffs).toEqual([...tariffs, later]);
    const today = { ...later, validFrom: '2026-10-26' };
    expect((await engine.send('put', path('/tariff')).send(today)).body).toMatchObject({
      status: 409,
      code: 'conflict',
    });
  });

  describe('import of readings', () => {
    const post = (csv: string, type = 'text/csv') =>
      engine.send('post', path('/readings')).set('Content-Type', type).send(csv);

    it('says what it did', async () => {
      const { body } = await post(
        readingsCsv('2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z'),
        'text/csv; charset=utf-8',
      );
      expect(body).toEqual({
        ...{ lines: 16, inserted: 16, corrected: 0, unchanged: 0, intervals: 4 },
        ...{ from: '2026-10-25T00:00:00Z', to: '2026-10-25T01:00:00Z' },
      });
    });

    it('refuses lines by number and reason, and stores nothing then', async () => {
      const before = await count('reading');
      const csv = readingsCsv('2026-10-25T02:00:00Z', '2026-10-25T02:15:00Z').replace('b,', 'zz,');
      const { status, body } = await post(csv);
      expect(status).toBe(422);
      expect(body as Problem).toMatchObject({
        code: 'rows-rejected',
        rejectedLines: 1,
        lines: [{ line: 3, code: 'unknown-node' }],
      });
      expect(await count('reading')).toBe(before);
    });

    it('answers a file whose first line is wrong without losing the connection', async () => {
      const { status, body } = await post(`no,such,columns\n${'x'.repeat(MAX_BYTES / 2)}\n`);
      expect({ status, code: (body as Problem).code }).toEqual({ status: 422, code: 'rows-rejected' });
    });

    it.each([
      ['JSON', 'application/json', 415],
      ['a form', 'application/x-www-form-urlencoded', 415],
      ['no CSV', 'text/plain', 415],
    ])('refuses %s', async (_, type, status) => {
      expect((await post('{}', type)).status).toBe(status);
    });

    it('refuses what is packed, and unknown keys of the query', async () => {
      expect((await post('').set('Content-Encoding', 'gzip')).status).toBe(415);
      const { status } = await engine
        .send('post', path('/readings?quality=guessed'))
        .set('Content-Type', 'text/csv')
        .send('x');
      expect(status).toBe(400);
    });

    it('refuses a body that is too long, whether it says so or not', async () => {
      const before = await count('reading');
      const csv = readingsCsv('2026-10-20T00:00:00Z', '2026-10-22T00:00:00Z');
      expect(csv.length).toBeGreaterThan(MAX_BYTES);
      expect((await post(csv)).body).toMatchObject({ status: 413, code: 'payload-too-large' });
      const address = (await engine.app.getUrl()).replace('[::1]', '127.0.0.1');
      const answer = await fetch(`${address}${path('/readings')}`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', authorization: `Bearer ${signClaims(SERVER, TEST_SECRET)}` },
        body: ReadableStream.from([Buffer.from(csv.slice(0, 1_000)), Buffer.from(csv.slice(1_000))]),
        duplex: 'half',
      } as RequestInit);
      expect(answer.status).toBe(413);
      expect(await count('reading')).toBe(before);
    });

    it('rolls back what a client sent before it went away', async () => {
      const before = await count('reading');
      const csv = readingsCsv('2026-10-24T00:00:00Z', '2026-10-24T01:00:00Z');
      const { port, hostname } = new URL(await engine.app.getUrl());
      const socket = connect(Number(port), hostname);
      const closed = new Promise((resolve) => socket.once('close', resolve));
      const ended = new Promise((resolve) =>
        engine.app.getHttpServer().once('request', (request: NodeJS.EventEmitter) => request.once('close', resolve)),
      );
      socket.write(
        [
          `POST ${path('/readings')} HTTP/1.1`,
          'Host: engine',
          'Content-Type: text/csv',
          `Authorization: Bearer ${signClaims(SERVER, TEST_SECRET)}`,
          `Content-Length: ${csv.length + 1_000}`,
          '',
          csv,
        ].join('\r\n'),
      );
      await new Promise((resolve) => engine.app.getHttpServer().once('request', resolve));
      socket.destroy();
      await Promise.all([closed, ended]);
      // Any later import takes the community's lock after the broken one has let go of it.
      await post(readingsCsv('2026-10-25T00:00:00Z', '2026-10-25T00:15:00Z')).expect(200);
      expect(await count('reading')).toBe(before);
    });
  });

  describe('summary', () => {
    const summary = (from: string, to: string): Promise<CommunitySummary> =>
      engine.get(path(`/summary?startDate=${from}&endDate=${to}`));

    it('sums energy, trade and a ledger that balances', async () => {
      await community.importAndClear(readingsCsv('2026-10-25T08:00:00Z', '2026-10-25T14:00:00Z'));
      const { totals, accounts, ledgerSum, tradedWh, intervalsWithTrade } = await summary('2026-10-25', '2026-10-25');
      expect(totals.intervals).toBe(28);
      expect(totals.soldLocalWh).toBe(tradedWh);
      expect(tradedWh).toBeGreaterThan(0);
      expect(intervalsWithTrade).toBeGreaterThan(20);
      expect(ledgerSum).toEqual({ energyWh: 0, amountNano: 0 });
      expect(accounts.map(({ kind, accounts: n }) => [kind, n])).toEqual([
        ['node', 4],
        ['utility', 1],
        ['grid-operator', 1],
        ['community', 1],
      ]);
      const [nodes, utility] = accounts;
      expect(nodes?.amountNano).toBe(totals.revenueNano - totals.costNano);
      expect(utility?.energyWh).toBe(totals.boughtUtilityWh - totals.soldUtilityWh);
    });

    it('is the sum of its parts, wherever it is cut', async () => {
      const whole = await summary('2026-10-24', '2026-10-26');
      const morning = await summary('2026-10-24', '2026-10-25T10:30:00Z');
      const rest = await summary('2026-10-25T10:30:00Z', '2026-10-26');
      for (const key of Object.keys(whole.totals) as (keyof CommunitySummary['totals'])[]) {
        expect({ key, sum: morning.totals[key] + rest.totals[key] }).toEqual({ key, sum: whole.totals[key] });
      }
    });

    it('shows a ledger that does not balance', async () => {
      await engine.database.pool.query(
        `INSERT INTO posting SELECT community_id, '2026-10-02T00:00:00Z', 1, id, 1, 7, 9 FROM account
         WHERE community_id = $1 AND kind = 'utility'`,
        [community.communityId],
      );
      expect((await summary('2026-10-02', '2026-10-02')).ledgerSum).toEqual({ energyWh: 7, amountNano: 9 });
    });
  });
});
