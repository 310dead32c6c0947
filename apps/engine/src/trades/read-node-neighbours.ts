import { Injectable } from '@nestjs/common';
import type { NodeNeighbours } from '@ceex/contracts';
import { formatInstant } from '@ceex/units';
import { FindCommunity } from '../communities/find-community';
import { parseRange } from '../metrics/time-range';
import { FindNode } from '../nodes/find-node';
import { NeighboursRepository } from './neighbours.repository';

export interface NeighboursQuery {
  readonly startDate: string;
  readonly endDate: string;
  readonly limit: number;
}

/** With whom a node traded most over a range of days or instants. */
@Injectable()
export class ReadNodeNeighbours {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly neighbours: NeighboursRepository,
  ) {}

  async run(nodeId: number, { limit, ...ends }: NeighboursQuery): Promise<NodeNeighbours> {
    const { communityId } = await this.findNode.byId(nodeId);
    const { timeZone, gridOperator } = await this.findCommunity.byId(communityId);
    const range = parseRange(ends, timeZone);
    const rows = await this.neighbours.of(communityId, nodeId, range);
    const sum = (field: 'soldWh' | 'boughtWh') => rows.reduce((all, row) => all + row[field], 0);
    return {
      nodeId,
      start: formatInstant(range.startMs),
      end: formatInstant(range.endMs),
      neighbours: rows.slice(0, limit).map(({ kind, label, ...row }) => ({
        ...row,
        // Only the utility trades at a node that is no household's.
        label: kind === 'household' ? label : gridOperator,
      })),
      others: Math.max(0, rows.length - limit),
      soldWh: sum('soldWh'),
      boughtWh: sum('boughtWh'),
    };
  }
}
