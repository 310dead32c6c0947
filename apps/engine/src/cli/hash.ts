import { Command } from 'commander';
import { withDatabase } from '../database/with-database';
import { hashCommunity } from '../clearing/hash-community';
import { communityOption } from './community-option';

/** `ceex hash`: a digest of all results, the same wherever and however often they were made. */
export function hashCommand(): Command {
  return new Command('hash')
    .description('SHA-256 over the clearings, trades, postings and daily sums of a community.')
    .addOption(communityOption())
    .action(async ({ community }: { community: number }) => {
      process.stdout.write(`${await withDatabase((database) => hashCommunity(database, community))}\n`);
    });
}
