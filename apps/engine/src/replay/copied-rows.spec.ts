import fc from 'fast-check';
import { BinaryRows } from '../database/binary-rows';
import { CopiedRows } from './copied-rows';

interface Row {
  readonly epochMs: number;
  readonly integers: readonly number[];
  readonly small: readonly number[];
}

const row = fc.record<Row>({
  epochMs: fc.integer({ min: -1e6, max: 3e6 }).map((index) => index * 900_000),
  integers: fc.array(fc.integer({ min: -2_147_483_647, max: 2_147_483_647 }), { maxLength: 9 }),
  small: fc.array(fc.nat(1), { maxLength: 9 }),
});

function written(rows: readonly Row[]): Buffer {
  const binary = new BinaryRows();
  for (const { epochMs, integers, small } of rows) {
    binary.row(4);
    binary.timestamp(epochMs);
    binary.int4Array(integers);
    binary.missing();
    binary.int2Array(small);
  }
  return binary.takeLast();
}

function readBack(bytes: Buffer, size: number): Row[] {
  const rows: Row[] = [];
  const copied = new CopiedRows(4);
  for (let at = 0; at < bytes.length; at += size) {
    copied.push(bytes.subarray(at, at + size), (current) => {
      expect([0, 1, 2, 3].map((field) => current.isNull(field))).toEqual([false, false, true, false]);
      const integers = new Int32Array(current.length(1) + 1);
      const small = new Uint8Array(current.length(3) + 1);
      current.copyInt4Array(1, integers, 1);
      current.copyInt2Array(3, small, 1);
      rows.push({ epochMs: current.timestamp(0), integers: [...integers].slice(1), small: [...small].slice(1) });
    });
  }
  return rows;
}

describe('copied rows', () => {
  it('come back as they were written, wherever they are cut', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.integer({ min: 1, max: 200 }), (rows, size) => {
        expect(readBack(written(rows), size)).toEqual(rows);
      }),
    );
  });

  it('are refused when they have another width', () => {
    const push = () => new CopiedRows(3).push(written([{ epochMs: 0, integers: [], small: [] }]), () => undefined);
    expect(push).toThrow('a row has 4 fields, not 3');
  });
});
