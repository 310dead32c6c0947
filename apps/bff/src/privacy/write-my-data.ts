import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../users/caller';
import { ACCOUNT_PARTS, MAX_ROWS } from './account-parts';
import { NodeParts } from './node-parts';

/** Writes everything that is kept about a person as one JSON text, piece by piece. */
@Injectable()
export class WriteMyData {
  constructor(
    private readonly dataSource: DataSource,
    private readonly nodeParts: NodeParts,
  ) {}

  /** The text's pieces. The first one is due when all but the trades is there, so that a failure before it can be told. */
  async *run(caller: Caller, now = new Date()): AsyncGenerator<string> {
    const about = await this.aboutAccount(caller);
    const nodes = [];
    for (const { nodeId } of caller.nodes) {
      const days = await this.nodeParts.days(caller, nodeId, now);
      nodes.push({ nodeId, ...(await this.nodeParts.profile(caller, nodeId)), days });
    }
    const head = JSON.stringify({ format: 'my-data', version: 1, writtenAt: now.toISOString(), ...about });
    yield `${head.slice(0, -1)},"households":[`;
    for (const [index, node] of nodes.entries()) {
      yield `${index > 0 ? ',' : ''}${JSON.stringify(node).slice(0, -1)},"trades":[`;
      yield* this.trades(caller, node.nodeId);
      yield ']}';
    }
    yield ']}\n';
  }

  private async *trades(caller: Caller, nodeId: number): AsyncGenerator<string> {
    let isFirst = true;
    for await (const page of this.nodeParts.trades(caller, nodeId)) {
      if (page.length === 0) continue;
      yield `${isFirst ? '' : ','}\n${page.map((trade) => JSON.stringify(trade)).join(',\n')}`;
      isFirst = false;
    }
  }

  private async aboutAccount({ userId, email }: Caller): Promise<Record<string, unknown[]>> {
    const parts: Record<string, unknown[]> = {};
    for (const [name, sql] of Object.entries(ACCOUNT_PARTS)) {
      // Each query names its parameters; the outer one makes both known to it.
      const text = `WITH me AS (SELECT $1::uuid, $2::text) SELECT part.* FROM (${sql}) AS part LIMIT ${MAX_ROWS}`;
      parts[name] = await this.dataSource.query<unknown[]>(text, [userId, email]);
    }
    return parts;
  }
}
