import { startWriteSide, type WriteSide } from '../testing/write-side';
import { BinaryRows } from './binary-rows';
import { copyRows, RowCopy } from './row-copy';

const COLUMNS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

describe('binary rows', () => {
  let side: WriteSide;
  beforeAll(async () => {
    side = await startWriteSide();
    await side.rows(`CREATE TABLE every_type (a smallint, b integer, c bigint, d real, e timestamptz, f text,
      g smallint[], h integer[])`);
  });
  beforeEach(() => side.rows('TRUNCATE every_type'));
  afterAll(() => side.stop());

  function write(rows: BinaryRows, size: number, bigint: number, instant: string): void {
    rows.row(COLUMNS.length);
    rows.int2(-7);
    rows.int4(-2_000_000_000);
    rows.int8(bigint);
    rows.float4(12.5);
    rows.timestamp(Date.parse(instant));
    rows.text('correction');
    rows.int2Array([0, 1, -1]);
    rows.int4Array(Array.from({ length: size }, (_, index) => index * -3));
  }

  it('arrive as they were written: signs, large numbers, instants before 2000, empty and long arrays', async () => {
    const rows = new BinaryRows(64);
    write(rows, 0, -9_007_199_254_740_991, '1999-12-31T23:45:00Z');
    write(rows, 1_000, 4_294_967_296, '2026-03-29T01:00:00Z');
    rows.row(COLUMNS.length);
    COLUMNS.forEach(() => rows.missing());
    await side.database.transaction((client) => copyRows(client, 'every_type', COLUMNS, rows));
    const [first, second, third] = await side.rows('SELECT * FROM every_type ORDER BY e NULLS LAST');
    expect(first).toEqual({
      a: -7,
      b: -2_000_000_000,
      c: -9_007_199_254_740_991,
      d: 12.5,
      e: new Date('1999-12-31T23:45:00Z'),
      f: 'correction',
      g: [0, 1, -1],
      h: [],
    });
    expect(second).toMatchObject({ c: 4_294_967_296, e: new Date('2026-03-29T01:00:00Z') });
    expect(second?.['h']).toHaveLength(1_000);
    expect(third).toEqual({ a: null, b: null, c: null, d: null, e: null, f: null, g: null, h: null });
  });

  it('arrive whole when they are sent in parts', async () => {
    await side.database.transaction(async (client) => {
      const copy = new RowCopy(client, 'every_type', ['b']);
      const rows = new BinaryRows();
      for (let index = 0; index < 10_000; index++) {
        rows.row(1);
        rows.int4(index);
        if (index % 100 === 0) await copy.send(rows);
      }
      await copy.finish(rows);
    });
    expect(await side.rows('SELECT count(*) AS n, sum(b) AS sum FROM every_type')).toEqual([
      { n: 10_000, sum: 49_995_000 },
    ]);
  });

  it('refuse what a column cannot hold', () => {
    const rows = new BinaryRows();
    expect(() => rows.int2(32_768)).toThrow(RangeError);
    expect(() => rows.int4(2_147_483_648)).toThrow(RangeError);
    expect(() => rows.int4(0.5)).toThrow(RangeError);
    expect(() => rows.int8(2 ** 53)).toThrow(RangeError);
    expect(() => rows.int4Array([NaN])).toThrow(RangeError);
  });

  it('leave a usable connection and nothing stored when the copy is given up or refused', async () => {
    const givenUp = side.database.transaction(async (client) => {
      const copy = new RowCopy(client, 'every_type', ['b']);
      const reason = new Error('changed my mind');
      await copy.abort(reason);
      throw reason;
    });
    await expect(givenUp).rejects.toThrow('changed my mind');
    const refused = side.database.transaction(async (client) => {
      const rows = new BinaryRows();
      rows.row(1);
      rows.text('not an integer');
      await copyRows(client, 'every_type', ['b'], rows);
    });
    await expect(refused).rejects.toThrow('incorrect binary data format');
    expect(await side.rows('SELECT count(*) AS n FROM every_type')).toEqual([{ n: 0 }]);
  });
});
