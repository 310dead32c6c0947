import { nodesOfCommunity, nodesToShow } from './node-choice';

const nodes = [
  { nodeId: 12, communityId: 1 },
  { nodeId: 13, communityId: 1 },
  { nodeId: 80, communityId: 2 },
];

describe('the nodes on the dashboard', () => {
  it('are one, or all of one community', () => {
    const own = nodesOfCommunity(nodes, 1);
    expect(own).toEqual([12, 13]);
    expect(nodesToShow('13', 13, own)).toEqual([13]);
    expect(nodesToShow('all', 12, own)).toEqual([12, 13]);
    expect(nodesToShow('all', 80, [80])).toEqual([80]);
    expect(nodesToShow(undefined, undefined, [])).toEqual([]);
  });
});
