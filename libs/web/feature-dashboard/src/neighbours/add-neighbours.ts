import type { Neighbour, NodeNeighbours } from '@ceex/contracts';

/** With whom most was traded, and all of it. */
export interface TopNeighbours {
  /** Most energy first. */
  readonly neighbours: readonly Neighbour[];
  /** How many there are beyond these. */
  readonly others: number;
  readonly soldWh: number;
  readonly boughtWh: number;
}

/** All that was traded with a neighbour, both ways. */
export function tradedWh({ soldWh, boughtWh }: Pick<Neighbour, 'soldWh' | 'boughtWh'>): number {
  return soldWh + boughtWh;
}

function add(a: Neighbour, b: Neighbour): Neighbour {
  return {
    ...a,
    distanceM: Math.min(a.distanceM, b.distanceM),
    trades: a.trades + b.trades,
    soldWh: a.soldWh + b.soldWh,
    soldNano: a.soldNano + b.soldNano,
    boughtWh: a.boughtWh + b.boughtWh,
    boughtNano: a.boughtNano + b.boughtNano,
  };
}

/**
 * The neighbours of several nodes as those of one, exactly: each once, as far away as from the nearer of the nodes. At
 * most `limit` are named. Neighbours beyond an answer's own limit are counted once for each answer.
 */
export function addNeighbours(answers: readonly NodeNeighbours[], limit: number): TopNeighbours {
  const byNode = new Map<number, Neighbour>();
  for (const neighbour of answers.flatMap((answer) => answer.neighbours)) {
    const held = byNode.get(neighbour.nodeId);
    byNode.set(neighbour.nodeId, held === undefined ? neighbour : add(held, neighbour));
  }
  const all = [...byNode.values()].sort((a, b) => tradedWh(b) - tradedWh(a) || a.nodeId - b.nodeId);
  const sum = (figure: 'others' | 'soldWh' | 'boughtWh') =>
    answers.reduce((total, answer) => total + answer[figure], 0);
  return {
    neighbours: all.slice(0, limit),
    others: Math.max(0, all.length - limit) + sum('others'),
    soldWh: sum('soldWh'),
    boughtWh: sum('boughtWh'),
  };
}
