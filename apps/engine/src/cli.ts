import { Failure, runProgram } from '@ceex/server';
import { Command } from 'commander';
import { clearMarketCommand } from './cli/clear-market';
import { clearPendingCommand } from './cli/clear-pending';
import { CommandError } from './cli/command-error';
import { convertCommand } from './cli/convert';
import { foundCommand } from './cli/found';
import { hashCommand } from './cli/hash';
import { importCommand } from './cli/import';
import { summaryCommand } from './cli/summary';

const program = new Command('ceex')
  .description(
    'The command line of the CEEX engine: works on the database of DATABASE_URL; `convert` and `clear` need none.',
  )
  .showHelpAfterError();
const commands = [
  foundCommand,
  convertCommand,
  importCommand,
  clearPendingCommand,
  summaryCommand,
  hashCommand,
  clearMarketCommand,
];
for (const command of commands) program.addCommand(command());

await runProgram(async () => {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof Failure || error instanceof CommandError)) throw error;
    // What the caller can mend is said in plain words, without a stack.
    process.stderr.write(`${error instanceof Failure ? failureText(error) : error.message}\n`);
    process.exitCode = 2;
  }
});

function failureText({ code, details }: Failure): string {
  const fields = (details.errors ?? []).map(({ path, message }) => `  ${path}: ${message}`);
  const lines = (details.lines ?? []).map(({ line, code: why, message }) => `  line ${line}: ${why}: ${message}`);
  return [`${code}: ${details.detail ?? 'refused'}`, ...fields, ...lines].join('\n');
}
