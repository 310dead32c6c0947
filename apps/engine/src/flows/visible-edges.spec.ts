import fc from 'fast-check';
import { visibleEdges, type EdgeNode } from './visible-edges';

const household = (nodeId: number, parentId: number): EdgeNode => ({ nodeId, parentId, kind: 'household' });
const cabinet = (nodeId: number, parentId: number): EdgeNode => ({ nodeId, parentId, kind: 'cabinet' });
const ROOT: EdgeNode = { nodeId: 1, parentId: null, kind: 'transformer' };
const seen = (nodes: EdgeNode[], ...own: number[]): number[] =>
  [...visibleEdges(nodes, new Set(own))].sort((a, b) => a - b);

/** Two streets of three and four houses. */
const STREETS = [
  ROOT,
  cabinet(2, 1),
  cabinet(3, 1),
  ...[10, 11, 12].map((id) => household(id, 2)),
  ...[20, 21, 22, 23].map((id) => household(id, 3)),
];

describe('the edges that a member may see', () => {
  it('are those of whole streets, never that of another house', () => {
    expect(seen(STREETS)).toEqual([2, 3]);
  });

  it('are its own, and the street only where three others live in it', () => {
    expect(seen(STREETS, 20)).toEqual([2, 3, 20]);
    // With its own figures it could tell the two others of its street from the sum; and what is left over, from the rest.
    expect(seen(STREETS, 10)).toEqual([10]);
  });

  it('give no single house away by a difference', () => {
    // 3 → 20 → 21: a house further along the line. Edge 4 tells of three; edge 3 would tell of one more.
    const chain = [
      ROOT,
      cabinet(3, 1),
      household(9, 3),
      cabinet(4, 3),
      ...[20, 21, 22].map((id) => household(id, 4)),
      ...[30, 31, 32].map((id) => household(id, 1)),
    ];
    expect(seen(chain)).toEqual([4]);
  });

  it('hide a street where one house alone hangs at the transformer: it would be what is left over', () => {
    expect(seen([...STREETS, household(30, 1)])).toEqual([3]);
  });

  it('are none but its own in a community of two others', () => {
    expect(seen([ROOT, household(2, 1), household(3, 1), household(4, 1)], 2)).toEqual([2]);
  });

  it('hold a chain of thousands', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => household(at + 2, at + 1));
    expect(seen([ROOT, ...chain]).length).toBeGreaterThan(6_000);
  });

  it('tell of no fewer than three others, whatever is taken from whatever', () => {
    const trees = fc.array(
      fc.record({ up: fc.nat(), kind: fc.constantFrom('household', 'junction'), own: fc.nat(5) }),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(trees, (drawn) => {
        const nodes: EdgeNode[] = [ROOT];
        const own = new Set<number>();
        for (const [at, { up, kind, own: chance }] of drawn.entries()) {
          nodes.push({ nodeId: at + 2, parentId: 1 + (up % (at + 1)), kind: kind as EdgeNode['kind'] });
          if (chance === 0 && kind === 'household') own.add(at + 2);
        }
        const groups = groupsTold(nodes, own, visibleEdges(nodes, own));
        const others = groups.reduce((sum, size) => sum + size, 0);
        if (others >= 3) expect(Math.min(...groups)).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 2_000 },
    );
  });
});

/**
 * Other households by the visible edges above them: two with the same ones can be told apart by nobody, and each such
 * group's sum can be worked out.
 */
function groupsTold(nodes: readonly EdgeNode[], own: ReadonlySet<number>, visible: ReadonlySet<number>): number[] {
  const parents = new Map(nodes.map(({ nodeId, parentId }) => [nodeId, parentId]));
  const sizes = new Map<string, number>();
  for (const { nodeId, kind } of nodes) {
    if (kind !== 'household' || own.has(nodeId)) continue;
    const above: number[] = [];
    for (let at: number | null = nodeId; at !== null; at = parents.get(at) ?? null) if (visible.has(at)) above.push(at);
    const key = above.join();
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return [...sizes.values()];
}
