import { treeFault } from './grid-tree';

const node = (code: string, parent: string | null) => ({ code, parent });

describe('treeFault', () => {
  it('finds none in a tree, in whatever order', () => {
    expect(treeFault([node('b', 'a'), node('a', null), node('c', 'b')])).toBeNull();
  });

  it.each([
    ['a code used twice', [node('a', null), node('b', 'a'), node('b', 'a')], 'b', 'code'],
    ['an unknown parent', [node('a', null), node('b', 'x')], 'b', 'parent'],
    ['two roots', [node('a', null), node('b', null)], 'b', 'parent'],
    ['no root', [node('a', 'b'), node('b', 'a')], null, 'parent'],
  ])('names %s', (_, nodes, at, field) => {
    expect(treeFault(nodes)).toMatchObject({ node: at, field });
  });

  it('names a node of a circle', () => {
    const fault = treeFault([node('r', null), node('a', 'b'), node('b', 'a')]);
    expect(fault?.field).toBe('parent');
    expect(['a', 'b']).toContain(fault?.node);
  });
});
