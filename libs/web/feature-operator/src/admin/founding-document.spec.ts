import { faultsOf, readDocument } from './founding-document';

describe('readDocument', () => {
  it.each([
    ['  ', 'empty'],
    ['{"name": ', 'not-json'],
    ['[]', 'no-document'],
    ['null', 'no-document'],
    ['"a"', 'no-document'],
  ])('refuses %s', (text, problem) => {
    expect(readDocument(text)).toEqual({ problem });
  });

  it('sums up what it is about, as far as it says', () => {
    const text = JSON.stringify({ name: 'Neufeld', grid: [1, 2], households: [1], tariffs: 'none' });
    expect(readDocument(text)).toMatchObject({
      problem: null,
      summary: { name: 'Neufeld', nodes: 2, households: 1, tariffs: 0 },
    });
  });
});

describe('faultsOf', () => {
  it('has the paths of the document, and nothing of the other fields', () => {
    const errors = [
      { path: 'body.founding.grid.1.parent', message: 'a circle' },
      { path: 'body.founding', message: 'an unknown field' },
      { path: 'body.operator.email', message: 'no address' },
    ];
    expect(faultsOf(errors)).toEqual([
      { path: 'grid.1.parent', message: 'a circle' },
      { path: '', message: 'an unknown field' },
    ]);
  });
});
