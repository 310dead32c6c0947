import type { MigrationInterface, QueryRunner } from 'typeorm';

/** PV systems and batteries get ids that stay: one series for both, because both are plants. */
const UP = `
CREATE SEQUENCE plant_id AS integer;
ALTER TABLE pv_system ADD COLUMN id integer NOT NULL DEFAULT nextval('plant_id');
ALTER TABLE pv_system ADD CONSTRAINT pv_system_id_key UNIQUE (id);
ALTER TABLE battery ADD COLUMN id integer NOT NULL DEFAULT nextval('plant_id');
ALTER TABLE battery ADD CONSTRAINT battery_id_key UNIQUE (id);
ALTER SEQUENCE plant_id OWNED BY pv_system.id;
`;

const DOWN = `
ALTER TABLE battery DROP COLUMN id;
ALTER TABLE pv_system DROP COLUMN id;
`;

export class PlantIds1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
