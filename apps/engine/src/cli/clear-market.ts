import type { Writable } from 'node:stream';
import { Command } from 'commander';
import { CLEAR_MARKET_HELP } from './clear-market-help';
import { clearCase } from './market-case/clear-case';
import { clearingJson } from './market-case/clearing-json';
import { readText } from './market-case/input-text';
import { OutputChunks } from './market-case/output-chunks';
import { readCases } from './market-case/read-cases';

/** `ceex clear`: one market or many, from standard input to standard output; needs no database. */
export function clearMarketCommand(
  input: AsyncIterable<Uint8Array> = process.stdin,
  output: Writable = process.stdout,
): Command {
  return new Command('clear')
    .description('Clear one market, or an array of them, from standard input (JSON).')
    .option('--pretty', 'one entry a line', false)
    .addHelpText('after', CLEAR_MARKET_HELP)
    .showHelpAfterError('(`ceex clear --help` explains)')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async ({ pretty }: { pretty: boolean }) => {
      if (input === process.stdin && process.stdin.isTTY) process.stderr.write('JSON, please; Ctrl-D ends it.\n');
      await clearMarkets(await readText(input), pretty).writeTo(output);
    });
}

/** Nothing is written before everything is cleared: an input that cannot be used leaves no half of an answer. */
function clearMarkets(text: string, isPretty: boolean): OutputChunks {
  const { cases, isArray } = readCases(text);
  const chunks = new OutputChunks();
  const line = isPretty ? '\n' : '';
  if (isArray) chunks.add(`[${line}`);
  for (const [at, market] of cases.entries()) {
    if (at > 0) chunks.add(`,${line}`);
    for (const piece of clearingJson(market, clearCase(market), { isPretty })) chunks.add(piece);
  }
  chunks.add(isArray ? `${line}]\n` : '\n');
  return chunks;
}
