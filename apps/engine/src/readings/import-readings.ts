import type { ImportResult } from '@ceex/contracts';
import { Failure, Rejections } from '@ceex/server';
import { formatInstant, INTERVAL_MS, intervalStart, localDay } from '@ceex/units';
import type { PoolClient } from 'pg';
import type { Database } from '../database/database';
import { csvLines } from './csv-lines';
import type { Quality } from './reading';
import { readHeader, type ReadingColumns } from './reading-columns';
import { ReadingLines } from './reading-lines';
import { loadReadingCommunity, type ReadingCommunity } from './reading-community';
import { StagedReadings } from './staged-readings';
import { storeReadings } from './store-readings';

export interface ImportOptions {
  readonly quality: Quality;
  readonly nowMs: number;
  /** Told how many lines have been read, now and then. */
  readonly onProgress?: (lines: number) => void;
}

/**
 * Imports readings from CSV as they stream in: all lines or none. Fails with `rows-rejected` naming the lines,
 * `not-found` for an unknown community, `no-tariff` for days before the first tariff.
 */
export async function importReadings(
  database: Database,
  communityId: number,
  source: AsyncIterable<Uint8Array | string>,
  options: ImportOptions,
): Promise<ImportResult> {
  return database.transaction(async (client) => {
    const community = await loadReadingCommunity(client, communityId);
    const read = await stageLines(client, community, source, options);
    const startsMs = read.intervals.map(intervalStart);
    requireTariff(community, startsMs[0]);
    const stored = await storeReadings(client, {
      communityId,
      startsMs,
      quality: options.quality,
      nowMs: options.nowMs,
    });
    const last = startsMs.at(-1);
    return {
      lines: read.lines,
      inserted: stored.inserted,
      corrected: stored.corrected,
      unchanged: read.lines - stored.inserted - stored.corrected,
      intervals: startsMs.length,
      from: startsMs[0] === undefined ? null : formatInstant(startsMs[0]),
      to: last === undefined ? null : formatInstant(last + INTERVAL_MS),
    };
  });
}

/** Reads the whole file into the staging table. */
async function stageLines(
  client: PoolClient,
  community: ReadingCommunity,
  source: AsyncIterable<Uint8Array | string>,
  options: ImportOptions,
): Promise<{ lines: number; intervals: number[] }> {
  const staged = await StagedReadings.open(client);
  try {
    const rejections = new Rejections();
    let reader: ReadingLines | undefined;
    let line = 0;
    let lines = 0;
    for await (const texts of csvLines(source)) {
      for (const text of texts) {
        line++;
        if (text === '' || text === '\r') continue;
        if (reader === undefined) {
          reader = openReader(text, line, community, options, staged, rejections);
          continue;
        }
        lines++;
        reader.read(text, line);
      }
      if (rejections.count === 0) await staged.flush();
      else staged.discard();
      options.onProgress?.(lines);
    }
    if (reader === undefined) rejections.add(1, 'columns', 'the file is empty');
    if (rejections.count > 0) throw rejections.failure();
    await staged.finish();
    return { lines, intervals: [...(reader as ReadingLines).intervals.values()] };
  } catch (error) {
    await staged.abort(error as Error);
    throw error;
  }
}

function openReader(
  header: string,
  line: number,
  community: ReadingCommunity,
  { nowMs }: ImportOptions,
  staged: StagedReadings,
  rejections: Rejections,
): ReadingLines {
  const columns: ReadingColumns | string = readHeader(header);
  if (typeof columns === 'string') {
    // Without its columns no line of the file can be read.
    rejections.add(line, 'columns', columns);
    throw rejections.failure();
  }
  const nodes = columns.namedBy === 'node' ? community.nodesByCode : community.nodesByMeteringPoint;
  return new ReadingLines(columns, { timeZone: community.timeZone, nodes, nowMs }, staged, rejections);
}

function requireTariff(community: ReadingCommunity, firstMs: number | undefined): void {
  if (firstMs === undefined) return;
  const day = localDay(firstMs, community.timeZone);
  if (community.firstTariffDay === null || day < community.firstTariffDay) {
    throw new Failure('no-tariff', { detail: `no tariff holds on ${day}` });
  }
}
