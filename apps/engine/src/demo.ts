import { runProgram } from '@ceex/server';
import { withDatabase } from './database/with-database';
import { prepareDemo } from './simulation/prepare-demo';

/** A launcher reads these lines: progress, and at the end what was made. */
function write(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

// As for the server: `off` leaves the readings to whoever clears them later.
const clear = process.env['CLEARING'] !== 'off';

await runProgram(async () => {
  write(await withDatabase((database) => prepareDemo(database, Date.now(), write, { clear })));
});
