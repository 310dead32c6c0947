import { Command } from 'commander';
import { clearPending } from '../clearing/clear-pending';
import { withDatabase } from '../database/with-database';
import { communityOption } from './community-option';

/** `ceex clear-pending`: clears everything that waits and is complete or due. */
export function clearPendingCommand(): Command {
  return new Command('clear-pending')
    .description('Clear the intervals of a community that wait and are complete or due.')
    .addOption(communityOption())
    .action(async ({ community }: { community: number }) => {
      const began = performance.now();
      const { intervals, fault } = await withDatabase((database) =>
        clearPending(database, community, {
          nowMs: Date.now(),
          onProgress: (done) => process.stderr.write(`${done} intervals cleared\n`),
        }),
      );
      if (fault !== null) throw fault;
      const seconds = Math.round(performance.now() - began) / 1000;
      process.stdout.write(`${JSON.stringify({ intervals, seconds })}\n`);
    });
}
