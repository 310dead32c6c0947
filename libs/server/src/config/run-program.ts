import { ConfigError } from './load-config';

/**
 * Runs a program's entry function. A bad configuration ends it with one line on stderr and exit code 1, any other
 * failure with its stack: the first is the operator's to mend, the second is ours.
 */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const text = error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
    // A half-built application may hold the event loop open: give stderr a turn, then go.
    setImmediate(() => process.exit(1));
  }
}
