import { DataSource, type DataSourceOptions } from 'typeorm';

/** Runs every migration that has not run yet, each in a transaction of its own; the names of those that ran. */
export async function migrate(options: DataSourceOptions): Promise<string[]> {
  const dataSource = await new DataSource(options).initialize();
  try {
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
