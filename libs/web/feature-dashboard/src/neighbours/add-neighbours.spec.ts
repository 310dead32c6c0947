import type { Neighbour, NodeNeighbours } from '@ceex/contracts';
import { addNeighbours } from './add-neighbours';

function neighbour(nodeId: number, soldWh: number, distanceM = 100): Neighbour {
  return {
    nodeId,
    label: `Haus ${nodeId}`,
    distanceM,
    trades: 1,
    soldWh,
    soldNano: soldWh * 100,
    boughtWh: 1,
    boughtNano: 90,
  };
}

function answer(neighbours: Neighbour[], others = 0): NodeNeighbours {
  const soldWh = neighbours.reduce((sum, row) => sum + row.soldWh, 0);
  const [start, end] = ['2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'];
  return { nodeId: 1, start, end, neighbours, others, soldWh, boughtWh: neighbours.length };
}

describe('addNeighbours', () => {
  it('names each once, with the sums of all own nodes and the shorter way', () => {
    const { neighbours, soldWh, boughtWh } = addNeighbours(
      [answer([neighbour(5, 30), neighbour(6, 10)]), answer([neighbour(6, 40, 60)])],
      10,
    );
    expect(neighbours).toEqual([
      { ...neighbour(6, 50, 60), trades: 2, boughtWh: 2, boughtNano: 180 },
      neighbour(5, 30),
    ]);
    expect([soldWh, boughtWh]).toEqual([80, 3]);
  });

  it('counts those it does not name', () => {
    const { neighbours, others } = addNeighbours([answer([neighbour(5, 30), neighbour(6, 10)], 4)], 1);
    expect(neighbours.map(({ nodeId }) => nodeId)).toEqual([5]);
    expect(others).toBe(5);
  });
});
