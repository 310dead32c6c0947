import { chunks } from '../testing/write-side';
import { csvLines } from './csv-lines';
import { splitFields } from './csv-fields';
import { readHeader } from './reading-columns';

async function linesOf(source: AsyncIterable<Uint8Array | string>): Promise<string[]> {
  const lines: string[] = [];
  for await (const some of csvLines(source)) lines.push(...some);
  return lines;
}

describe('csvLines', () => {
  it('puts lines together across chunks, also within a letter, and drops a byte order mark', async () => {
    for (const size of [1, 2, 3, 100]) {
      expect(await linesOf(chunks('\ufeffnode;start\nZürich;1\r\nlast', size))).toEqual([
        'node;start',
        'Zürich;1\r',
        'last',
      ]);
    }
  });

  it('refuses a file without line ends instead of filling the memory', async () => {
    await expect(linesOf(chunks('x'.repeat(30_000), 4_096))).rejects.toMatchObject({ code: 'unprocessable' });
  });
});

describe('splitFields', () => {
  const fieldsOf = (line: string, separator: ',' | ';' = ','): string[] | number => {
    const fields: string[] = [];
    const count = splitFields(line, separator, fields);
    return count < 0 ? count : fields.slice(0, count);
  };

  it('splits plain lines, with either line end', () => {
    expect(fieldsOf('a,b,,c')).toEqual(['a', 'b', '', 'c']);
    expect(fieldsOf('a;b,c\r', ';')).toEqual(['a', 'b,c']);
    expect(fieldsOf('a,')).toEqual(['a', '']);
  });

  it('reads quoted fields with separators and doubled quotes', () => {
    expect(fieldsOf('"a,b",c,"d ""e"""\r')).toEqual(['a,b', 'c', 'd "e"']);
    expect(fieldsOf('a,""')).toEqual(['a', '']);
  });

  it('says where a quote does not end', () => {
    expect(fieldsOf('"a,b')).toBe(-1);
    expect(fieldsOf('"a"b,c')).toBe(-1);
  });
});

describe('readHeader', () => {
  it('finds columns in any order and case, quoted or not', () => {
    expect(readHeader('"Start";EXPORTKWH;importKwh;MeteringPoint\r')).toEqual({
      separator: ';',
      count: 4,
      namedBy: 'meteringPoint',
      node: 3,
      start: 0,
      importKwh: 2,
      exportKwh: 1,
      productionKwh: -1,
    });
  });

  it.each([
    ['node,start,importKwh', 'the columns are'],
    ['node,start,importKwh,exportKwh,colour', 'unknown column "colour"'],
    ['node,start,importKwh,exportKwh,Start', 'column "start" appears twice'],
    ['node,meteringPoint,start,importKwh,exportKwh', 'not both'],
    ['', 'unknown column ""'],
  ])('says what is wrong with "%s"', (header, message) => {
    expect(readHeader(header)).toEqual(expect.stringContaining(message));
  });
});
