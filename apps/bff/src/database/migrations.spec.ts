import { createTestDatabase, type TestDatabase } from '@ceex/server/testing';
import { DataSource } from 'typeorm';
import { bffDatabase } from './bff-database';

describe('migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const tables = async () =>
    (await dataSource.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).map(
      ({ tablename }: { tablename: string }) => tablename,
    );

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(bffDatabase(database.url)).initialize();
    await dataSource.runMigrations();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('build exactly the schema that the entities describe', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    // Every table is an entity's, besides the list of migrations itself.
    const described = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(await tables()).toEqual([...described, 'migration'].sort());
  });

  it('refuse an address in capitals and a role that nobody knows', async () => {
    const insert = (email: string) =>
      dataSource.query(
        `INSERT INTO user_account VALUES (gen_random_uuid(), $1, 'x', 'de', gen_random_uuid()) RETURNING id`,
        [email],
      );
    await expect(insert('Anna@example.org')).rejects.toThrow(/user_account_email_lower/);
    const [{ id }] = await insert('anna@example.org');
    await expect(insert('anna@example.org')).rejects.toThrow(/user_account_email_key/);
    await expect(dataSource.query(`INSERT INTO user_role VALUES ($1, 1, 'king')`, [id])).rejects.toThrow(
      /user_role_role/,
    );
  });

  it('revert to nothing', async () => {
    for (let left = dataSource.migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
    expect(await tables()).toEqual(['migration']);
  });
});
