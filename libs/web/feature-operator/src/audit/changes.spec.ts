import { changesOf } from './changes';

describe('changesOf', () => {
  it('has the fields that differ, and no others', () => {
    const before = { strategy: { kind: 'never-lose', lowest: null }, name: 'a' };
    const after = { strategy: { kind: 'flexibility', lowest: null }, name: 'a', since: 3 };
    expect(changesOf(before, after)).toEqual([
      { path: ['strategy', 'kind'], before: 'never-lose', after: 'flexibility' },
      { path: ['since'], before: undefined, after: 3 },
    ]);
  });

  it('tells what began and what ended', () => {
    expect(changesOf(null, { kind: 'member', nodeIds: [7] })).toEqual([
      { path: ['kind'], before: undefined, after: 'member' },
      { path: ['nodeIds'], before: undefined, after: [7] },
    ]);
    expect(changesOf({ operator: true }, null)).toEqual([{ path: ['operator'], before: true, after: undefined }]);
  });

  it('compares lists and plain values as a whole', () => {
    expect(changesOf({ nodes: [7] }, { nodes: [7, 8] })).toEqual([{ path: ['nodes'], before: [7], after: [7, 8] }]);
    expect(changesOf('phone', 'laptop')).toEqual([{ path: [], before: 'phone', after: 'laptop' }]);
    expect(changesOf('phone', { name: 'laptop' })).toHaveLength(1);
  });

  it('is empty where nothing differs', () => {
    expect(changesOf(null, null)).toEqual([]);
    expect(changesOf({ a: { b: [1] } }, { a: { b: [1] } })).toEqual([]);
  });
});
