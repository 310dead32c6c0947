import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

export interface MeterRow {
  /** 1 measured, 2 estimated, 3 simulated. */
  readonly quality: number;
}

/** Reads how a node's meter delivered an interval. */
@Injectable()
export class MeterRepository {
  constructor(private readonly database: Database) {}

  async quality(communityId: number, nodeId: number, startsAt: Date): Promise<number | undefined> {
    const { rows } = await this.database.pool.query<MeterRow>({
      name: 'reading-quality',
      text: 'SELECT quality FROM reading WHERE community_id = $1 AND starts_at = $2 AND node_id = $3',
      values: [communityId, startsAt, nodeId],
    });
    return rows[0]?.quality;
  }
}
