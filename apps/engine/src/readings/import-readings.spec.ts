import { readingsCsv } from '../testing/small-community';
import { foundVillage, startWriteSide, type Village, type WriteSide } from '../testing/write-side';
import { importReadings } from './import-readings';

const HEADER = 'node,start,importKwh,exportKwh,productionKwh';
const NOW = Date.parse('2026-07-01T12:00:00Z');

describe('importReadings', () => {
  let side: WriteSide;
  let village: Village;
  beforeAll(async () => (side = await startWriteSide()));
  beforeEach(async () => (village = await foundVillage(side)));
  afterAll(() => side.stop());

  const stored = (): Promise<Record<string, unknown>[]> =>
    side.rows(
      `SELECT n.code, r.starts_at, r.import_wh, r.export_wh, r.production_wh, r.quality
       FROM reading r JOIN node n ON n.id = r.node_id WHERE r.community_id = $1 ORDER BY r.starts_at, n.code`,
      [village.communityId],
    );
  const pending = (): Promise<Record<string, unknown>[]> =>
    side.rows('SELECT starts_at, cause, due_at FROM pending_interval WHERE community_id = $1 ORDER BY starts_at', [
      village.communityId,
    ]);

  it('stores readings and marks their intervals pending', async () => {
    const result = await village.importCsv(readingsCsv('2026-06-01T10:00:00Z', '2026-06-01T10:30:00Z'), NOW);
    expect(result).toEqual({
      lines: 8,
      inserted: 8,
      corrected: 0,
      unchanged: 0,
      intervals: 2,
      from: '2026-06-01T10:00:00Z',
      to: '2026-06-01T10:30:00Z',
    });
    expect(await stored()).toHaveLength(8);
    // Late readings wait for the deadline (60 minutes) from now on, so that the others can still come.
    const dueAt = new Date(NOW + 3_600_000);
    expect(await pending()).toEqual([
      { starts_at: new Date('2026-06-01T10:00:00Z'), cause: 'readings', due_at: dueAt },
      { starts_at: new Date('2026-06-01T10:15:00Z'), cause: 'readings', due_at: dueAt },
    ]);
  });

  it('loses no energy below one Wh: the rest goes to the next line of the series', async () => {
    const lines = ['a,2026-06-01T10:00:00Z,0.0004,0,', 'b,2026-06-01T10:00:00Z,0.0004,0,']
      .concat(['a,2026-06-01T10:15:00Z,0.0007,0,0.0019', 'a,2026-06-01T10:30:00Z,0,1.0009999,0.0001'])
      .join('\n');
    await village.importCsv(`${HEADER}\n${lines}`, NOW);
    const figures = (await stored()).map(({ code, import_wh, export_wh, production_wh }) => [
      code,
      import_wh,
      export_wh,
      production_wh,
    ]);
    expect(figures).toEqual([
      ['a', 0, 0, null],
      ['b', 0, 0, null],
      ['a', 1, 0, 1],
      ['a', 0, 1000, 1],
    ]);
  });

  it('replaces what differs and leaves what is the same', async () => {
    const csv = readingsCsv('2026-06-01T10:00:00Z', '2026-06-01T11:00:00Z');
    await village.importCsv(csv, NOW);
    await side.rows('DELETE FROM pending_interval WHERE community_id = $1', [village.communityId]);
    expect(await village.importCsv(csv, NOW)).toMatchObject({ inserted: 0, corrected: 0, unchanged: 16 });
    expect(await pending()).toEqual([]);
    const changed = `${HEADER}\nc,2026-06-01T10:15:00Z,9.5,0,\nc,2026-06-01T11:15:00Z,0.25,0,`;
    expect(await village.importCsv(changed, NOW)).toMatchObject({ inserted: 1, corrected: 1, unchanged: 0 });
    const at = (await pending()).map(({ starts_at }) => (starts_at as Date).toISOString());
    expect(at).toEqual(['2026-06-01T10:15:00.000Z', '2026-06-01T11:15:00.000Z']);
    expect((await stored()).find(({ import_wh }) => import_wh === 9_500)).toMatchObject({ code: 'c' });
  });

  it('reads quotes, semicolons, a byte order mark, local times and metering points', async () => {
    const meteringPoint = `CH${'1'.repeat(11)}${'Z'.repeat(20)}`;
    await side.rows('UPDATE node SET metering_point = $2 WHERE id = $1', [village.nodes.get('d'), meteringPoint]);
    const csv = `\ufeff"Start";"MeteringPoint";IMPORTKWH;exportKwh\r\n"2026-03-29 03:00";"${meteringPoint}";1.5;0\r\n`;
    await village.importCsv(csv, NOW);
    expect(await stored()).toMatchObject([
      { code: 'd', starts_at: new Date('2026-03-29T01:00:00Z'), import_wh: 1_500 },
    ]);
    await side.rows('UPDATE node SET metering_point = NULL WHERE id = $1', [village.nodes.get('d')]);
  });

  it('tells every bad line and stores nothing of the file', async () => {
    const bad = [
      'x,2026-06-01T10:00:00Z,1,0,', // line 3
      'k,2026-06-01T10:00:00Z,1,0,',
      'a,2026-06-01T10:15:00Z,-1,0,',
      'a,2026-06-01T10:30:00Z,1,zwei,',
      'a,2026-06-01T10:45:00Z,1,0,1e3',
      'a,yesterday,1,0,',
      'a,2026-06-01T10:07:00Z,1,0,',
      'a,2025-10-26 02:30,1,0,',
      'a,2026-03-29 02:30,1,0,',
      'a,2026-06-01T10:00:00Z,1,0,',
      'a,2026-06-01T11:00:00Z,2000.001,0,',
      'a,2026-07-01T12:00:00Z,1,0,',
      'a,2026-06-01T11:15:00Z,1',
      '"a,2026-06-01T11:15:00Z,1,0,0',
    ];
    const csv = [HEADER, 'a,2026-06-01T10:00:00Z,1,0,', ...bad, ''].join('\n');
    const refused = await village.importCsv(csv, NOW).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'rows-rejected', details: { rejectedLines: bad.length } });
    const { lines } = (refused as { details: { lines: { line: number; code: string }[] } }).details;
    expect(lines.map(({ line, code }) => [line, code])).toEqual([
      [3, 'unknown-node'],
      [4, 'unknown-node'],
      [5, 'bad-number'],
      [6, 'bad-number'],
      [7, 'bad-number'],
      [8, 'bad-time'],
      [9, 'off-grid'],
      [10, 'ambiguous-time'],
      [11, 'missing-time'],
      [12, 'duplicate'],
      [13, 'out-of-range'],
      [14, 'out-of-range'],
      [15, 'columns'],
      [16, 'columns'],
    ]);
    expect(await stored()).toEqual([]);
    expect(await pending()).toEqual([]);
  });

  it('counts all bad lines and tells the first hundred', async () => {
    const csv = [HEADER, ...Array.from({ length: 250 }, () => 'x,2026-06-01T10:00:00Z,1,0,')].join('\n');
    const refused = await village.importCsv(csv, NOW).catch((error: unknown) => error);
    expect(refused).toMatchObject({ details: { rejectedLines: 250 } });
    expect((refused as { details: { lines: unknown[] } }).details.lines).toHaveLength(100);
  });

  it.each([
    ['', 'the file is empty'],
    ['node;start\n', 'the columns are'],
  ])('refuses a file without its columns', async (csv, message) => {
    await expect(village.importCsv(csv, NOW)).rejects.toMatchObject({
      code: 'rows-rejected',
      details: { lines: [{ line: 1, code: 'columns', message: expect.stringContaining(message) as string }] },
    });
  });

  it('refuses days before the first tariff and communities that do not exist', async () => {
    const early = `${HEADER}\na,2025-12-31T22:45:00Z,1,0,`;
    await expect(village.importCsv(early, NOW)).rejects.toMatchObject({ code: 'no-tariff' });
    const nowhere = importReadings(side.database, 999_999, (async function* () {})(), {
      quality: 'measured',
      nowMs: NOW,
    });
    await expect(nowhere).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stores nothing when the stream breaks off', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield readingsCsv('2026-06-01T10:00:00Z', '2026-06-01T11:00:00Z');
      throw new Error('connection reset');
    }
    const aborted = importReadings(side.database, village.communityId, broken(), { quality: 'measured', nowMs: NOW });
    await expect(aborted).rejects.toThrow('connection reset');
    expect(await stored()).toEqual([]);
  });
});
