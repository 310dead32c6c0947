import { parseArgs } from 'node:util';
import { CASES, casesNamed } from './cases.mjs';

/** Reads what `npm run bench -- market …` may say. Ends the program with code 2 on what it may not. */
export function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      allowNegative: true,
      options: {
        json: { type: 'boolean' },
        case: { type: 'string', multiple: true },
        runs: { type: 'string' },
        highs: { type: 'boolean', default: true },
        'one-process': { type: 'boolean' },
        heap: { type: 'boolean' },
        profile: { type: 'boolean' },
      },
    });
    const runs = values.runs === undefined ? null : Number(values.runs);
    if (runs !== null && !(Number.isInteger(runs) && runs > 0))
      throw new Error('--runs must be a whole number above 0');
    const cases = casesNamed(values.case);
    if (cases.length === 0) {
      throw new Error(`--case: there is none like that. The cases:\n  ${CASES.map(({ name }) => name).join('\n  ')}`);
    }
    return { ...values, runs, cases };
  } catch (error) {
    console.error(error.message);
    console.error('Options: [--case NAME]… [--runs N] [--no-highs] [--one-process] [--heap | --profile] [--json]');
    return process.exit(2);
  }
}
