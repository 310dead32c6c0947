import { Command, Option } from 'commander';
import { withDatabase } from '../database/with-database';
import { importReadings } from '../readings/import-readings';
import { QUALITY_CODES, type Quality } from '../readings/reading';
import { communityOption } from './community-option';
import { readChunks } from './csv-table';

/** `ceex import`: readings from a CSV file, all lines or none. */
export function importCommand(): Command {
  return new Command('import')
    .description('Import readings from a CSV file (node or meteringPoint, start, importKwh, exportKwh, productionKwh).')
    .argument('<csv>', 'the file, also packed (.gz)')
    .addOption(communityOption())
    .addOption(new Option('--quality <quality>').choices(Object.keys(QUALITY_CODES)).default('measured'))
    .action(async (path: string, { community, quality }: { community: number; quality: Quality }) => {
      const began = performance.now();
      const result = await withDatabase((database) =>
        importReadings(database, community, readChunks(path), { quality, nowMs: Date.now() }),
      );
      process.stdout.write(`${JSON.stringify({ ...result, seconds: seconds(began) })}\n`);
    });
}

function seconds(began: number): number {
  return Math.round(performance.now() - began) / 1000;
}
