import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Estimated readings (2) are few: an index of them alone counts a node's own over years without a look at the rest. */
const UP = `
CREATE INDEX reading_estimated ON reading (community_id, node_id, starts_at) WHERE quality = 2;
`;

const DOWN = `
DROP INDEX reading_estimated;
`;

export class EstimatedReadings1765600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
