import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Writes that are under way to the engine, until the audit log has them. */
export class ForwardedWrites1766700500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE forwarded_write (
  id uuid NOT NULL,
  actor_id uuid NOT NULL,
  community_id integer,
  action text NOT NULL,
  subject jsonb NOT NULL,
  before jsonb,
  after jsonb,
  asked_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT forwarded_write_pkey PRIMARY KEY (id)
);
CREATE INDEX forwarded_write_asked_at_idx ON forwarded_write (asked_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE forwarded_write');
  }
}
