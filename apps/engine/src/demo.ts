import { runProgram } from '@ceex/server';
import { withDatabase } from './database/with-database';
import { prepareDemo } from './simulation/prepare-demo';

/** A launcher reads these lines: progress, and at the end what was made. */
function write(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

await runProgram(async () => {
  write(await withDatabase((database) => prepareDemo(database, Date.now(), write)));
});
