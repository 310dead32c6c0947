import { createTestDatabase } from '@ceex/server/testing';
import { DataSource } from 'typeorm';
import { foundCommunity } from '../founding/found-community';
import { smallCommunity } from '../testing/small-community';
import { Database } from './database';
import { migrateDatabase, migrationOptions } from './migrate-database';
import { migrations } from './migrations';

describe('the migrations', () => {
  it('take themselves back to nothing, and build the same again', async () => {
    const test = await createTestDatabase();
    const dataSource = await new DataSource(migrationOptions(test.url)).initialize();
    const schema = () =>
      dataSource.query(
        `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name <> 'migration' ORDER BY table_name, ordinal_position`,
      );
    await dataSource.runMigrations();
    const built: unknown = await schema();
    for (const { name } of migrations) {
      await dataSource.undoLastMigration();
      expect(name).toMatch(/\d{13}$/);
    }
    expect(await schema()).toEqual([]);
    await dataSource.runMigrations();
    expect(await schema()).toEqual(built);
    await dataSource.destroy();
    await test.drop();
  });

  it('give plants that stand already ids of their own', async () => {
    const test = await createTestDatabase();
    await migrateDatabase(test.url);
    const database = new Database({ url: test.url });
    await foundCommunity(database, smallCommunity());
    const dataSource = await new DataSource(migrationOptions(test.url)).initialize();
    const position = migrations.findIndex(({ name }) => name.startsWith('PlantIds'));
    for (let undone = migrations.length; undone > position; undone--) await dataSource.undoLastMigration();
    await dataSource.runMigrations();
    const { rows } = await database.pool.query<{ id: number }>(
      'SELECT id FROM pv_system UNION ALL SELECT id FROM battery',
    );
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
    await dataSource.destroy();
    await database.close();
    await test.drop();
  });
});
