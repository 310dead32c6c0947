import type { FoundCommunity } from '@ceex/contracts';
import { createTestDatabase } from '@ceex/server/testing';
import { clearPending, type ClearResult } from '../clearing/clear-pending';
import { Database } from '../database/database';
import { migrateDatabase } from '../database/migrate-database';
import { foundCommunity } from '../founding/found-community';
import { importReadings } from '../readings/import-readings';
import { smallCommunity } from './small-community';

// Databases are made and dropped: on a busy machine that takes its time.
jest.setTimeout(60_000);

/** A migrated database and nothing else: for specs of what writes, without HTTP. */
export interface WriteSide {
  readonly database: Database;
  readonly url: string;
  rows<T extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>;
  stop(): Promise<void>;
}

export async function startWriteSide(): Promise<WriteSide> {
  const testDatabase = await createTestDatabase();
  await migrateDatabase(testDatabase.url);
  const database = new Database({ url: testDatabase.url });
  return {
    database,
    url: testDatabase.url,
    rows: async <T extends object>(sql: string, values: unknown[] = []) =>
      (await database.pool.query<T>(sql, values)).rows,
    async stop() {
      await database.close();
      await testDatabase.drop();
    },
  };
}

/** The small community of the specs with short ways to its pipeline. */
export interface Village {
  readonly communityId: number;
  readonly nodes: ReadonlyMap<string, number>;
  importCsv(csv: string, nowMs: number): ReturnType<typeof importReadings>;
  clear(nowMs: number): Promise<ClearResult>;
}

export async function foundVillage(
  { database }: WriteSide,
  change: (body: FoundCommunity) => FoundCommunity = (body) => body,
): Promise<Village> {
  const { communityId, nodes } = await foundCommunity(database, change(smallCommunity()));
  return {
    communityId,
    nodes: new Map(nodes.map(({ code, nodeId }) => [code, nodeId])),
    importCsv: (csv, nowMs) => importReadings(database, communityId, chunks(csv), { quality: 'measured', nowMs }),
    clear: (nowMs) => clearPending(database, communityId, { nowMs }),
  };
}

/** Text as a stream that cuts lines anywhere. */
export async function* chunks(text: string, size = 1_009): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
