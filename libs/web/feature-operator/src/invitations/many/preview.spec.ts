import { previewOf } from './preview';

const row = (line: number, email: string, node: string, error: 'bad-email' | null = null) => ({
  ...{ line, email, node, language: '', error },
});
const NODES = [
  { nodeId: 1, code: 'H1', label: 'Haus Sonne' },
  { nodeId: 2, code: 'H2', label: 'Haus Mond' },
];
const ROWS = {
  rows: [row(2, 'a@b.ch', 'H1'), row(3, 'a@b.ch', 'H2'), row(4, 'x', 'H1', 'bad-email')],
  problem: null,
} as const;

describe('previewOf', () => {
  it('names the households, counts the addresses and begins with what is wrong', () => {
    const preview = previewOf(ROWS, [], NODES);
    expect(preview.rows.map(({ line, label }) => [line, label])).toEqual([
      [4, 'Haus Sonne'],
      [2, 'Haus Sonne'],
      [3, 'Haus Mond'],
    ]);
    expect([preview.wrong, preview.addresses]).toEqual([1, 2]);
  });

  it('puts what the server said beside its line, also where that is none of ours', () => {
    const said = [
      { line: 3, code: 'already-invited', message: '' },
      { line: 1, code: 'columns', message: '' },
    ] as const;
    const preview = previewOf({ ...ROWS, rows: ROWS.rows.slice(0, 2) }, said, NODES);
    expect(preview.rows.map(({ line, error }) => [line, error])).toEqual([
      [1, 'columns'],
      [3, 'already-invited'],
      [2, null],
    ]);
    expect(preview.wrong).toBe(2);
  });
});
