import { parseCsv } from './parse-csv';
import { readRows } from './read-rows';

const CODES = new Set(['H1', 'H2']);
const read = async (text: string, codes: ReadonlySet<string> | undefined = CODES) => {
  const lines = await parseCsv(text);
  return lines === null ? null : readRows(lines, codes);
};

describe('a file of invitations', () => {
  it('is read with commas or semicolons, with or without languages, with a mark of its encoding', async () => {
    const row = { line: 2, email: 'anna@example.org', node: 'H1', language: '', error: null };
    expect(await read('email,node\nanna@example.org,H1\n')).toEqual({ rows: [row], problem: null });
    expect(await read('\uFEFFnode;language;email\r\nH1;fr;Anna@Example.org\r\n')).toEqual({
      rows: [{ ...row, language: 'fr' }],
      problem: null,
    });
    expect(await read('email,node\n"anna@example.org", H1 \n')).toMatchObject({ rows: [row] });
  });

  it('tells what is wrong, line by line', async () => {
    const text = [
      'email,node,language',
      'anna@example.org,H1,de',
      'anna.example.org,H1,de',
      'ben@example.org,H9,de',
      'ben@example.org,H2,es',
      '',
      'ANNA@example.org,H1,',
      'carla@example.org,H2',
    ].join('\n');
    const { rows } = (await read(text))!;
    expect(rows.map(({ line, error }) => [line, error])).toEqual([
      [2, null],
      [3, 'bad-email'],
      [4, 'unknown-node'],
      [5, 'bad-language'],
      [7, 'duplicate'],
      [8, 'columns'],
    ]);
  });

  it('leaves nodes to the server while they are not known', async () => {
    const lines = (await parseCsv('email,node\na@b.ch,H9'))!;
    expect(readRows(lines, undefined).rows).toMatchObject([{ error: null }]);
    expect(readRows([{ line: 1, fields: ['email', 'node'] }], undefined).problem).toBe('empty');
  });

  it.each([
    ['', 'empty'],
    ['email,node\n', 'empty'],
    ['anna@example.org,H1\n', 'header'],
    ['email,code\na@b.ch,H1\n', 'header'],
    ['email,node,email\n', 'header'],
    [['email,node', ...Array.from({ length: 2_001 }, (_, n) => `p${n}@example.org,H1`)].join('\n'), 'too-many'],
  ])('cannot be used as a whole: %#', async (text, problem) => {
    expect((await read(text))!.problem).toBe(problem);
  });

  it('cannot be read where a quote is never closed', async () => {
    expect(await read('email,node\n"a@b.ch,H1\n')).toBeNull();
  });
});
