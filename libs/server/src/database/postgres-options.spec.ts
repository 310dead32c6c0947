import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../testing';
import { migrate } from './migrate';
import { postgresOptions } from './postgres-options';

class First1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE thing (id integer PRIMARY KEY)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE thing');
  }
}

describe('the database', () => {
  let database: TestDatabase;
  const options = (statementTimeoutMs?: number) =>
    postgresOptions(database.url, {
      applicationName: 'ceex-test',
      entities: [],
      migrations: [First1700000000000],
      statementTimeoutMs,
    });

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('migrates once', async () => {
    expect(await migrate(options())).toEqual(['First1700000000000']);
    expect(await migrate(options())).toEqual([]);
  });

  it('ends a statement that runs too long, and names its connections', async () => {
    const dataSource = await new DataSource(options(50)).initialize();
    try {
      await expect(dataSource.query('SELECT pg_sleep(5)')).rejects.toThrow(/statement timeout/);
      expect(await dataSource.query('SHOW application_name')).toEqual([{ application_name: 'ceex-test' }]);
    } finally {
      await dataSource.destroy();
    }
  });
});
