import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { CommandError } from './command-error';
import { kwhText, productNanoKwh, readNanoKwh, type NanoKwh } from './decimal-kwh';
import { readMembers, type Member } from './members-file';
import { openWideSeries, type WideRow, type WideSeries } from './wide-series';

interface ConvertOptions {
  load: string;
  pv?: string;
  members: string;
  out: string;
  pvAnyYear: boolean;
}

const CHUNK = 1 << 17;

/** `ceex convert`: wide series of use and of PV yield become readings, own use netted in the house first. */
export function convertCommand(): Command {
  return new Command('convert')
    .description('Convert wide series (kWh per interval, start in UTC) to readings: own use is netted in the house.')
    .requiredOption('--load <csv[.gz]>', 'use: a column for each household')
    .option('--pv <csv[.gz]>', 'yield in kWh per kWp: a column for each orientation')
    .requiredOption('--members <csv>', 'columns household, pv_kwp, pv_orientation')
    .requiredOption('--out <csv>', 'readings in long form')
    .option('--pv-any-year', 'yield of the same day and time of whatever year the file has', false)
    .action(async (options: ConvertOptions) => {
      const members = await readMembers(options.members);
      const yields = options.pv === undefined ? undefined : await Yields.read(options.pv, options.pvAnyYear);
      const load = await openWideSeries(options.load);
      const lines = convert(load, options.load, members, yields);
      await pipeline(Readable.from(lines), createWriteStream(options.out));
    });
}

/** PV yield by interval, all orientations: a year of it is small. */
class Yields {
  readonly #rows = new Map<string, WideRow>();

  private constructor(
    private readonly path: string,
    private readonly columns: ReadonlyMap<string, number>,
    private readonly anyYear: boolean,
  ) {}

  static async read(path: string, anyYear: boolean): Promise<Yields> {
    const { columns, rows } = await openWideSeries(path);
    const yields = new Yields(path, columns, anyYear);
    for await (const row of rows) yields.#rows.set(yields.#key(row.start), row);
    return yields;
  }

  produced({ pvKwp, pvOrientation }: Member, start: string): NanoKwh {
    if (pvOrientation === null) return 0;
    const column = this.columns.get(pvOrientation);
    if (column === undefined) throw new CommandError(`${this.path} has no column "${pvOrientation}"`);
    const row = this.#rows.get(this.#key(start));
    if (row === undefined) throw new CommandError(`${this.path} has no yield for ${start}`);
    const text = row.fields[column] as string;
    const produced = productNanoKwh(pvKwp, text);
    if (produced === null) {
      throw new CommandError(`${this.path}, line ${row.line}: ${pvKwp} × "${text}" is not exact to nine decimals`);
    }
    return produced;
  }

  #key(start: string): string {
    return this.anyYear ? start.slice(5) : start;
  }
}

async function* convert(
  load: WideSeries,
  path: string,
  members: readonly Member[],
  yields: Yields | undefined,
): AsyncGenerator<string> {
  const columns = members.map(({ code }) => {
    const column = load.columns.get(code);
    if (column === undefined) throw new CommandError(`${path} has no column "${code}"`);
    return column;
  });
  let text = 'node,start,importKwh,exportKwh,productionKwh\n';
  for await (const { line, start, fields } of load.rows) {
    for (const [index, member] of members.entries()) {
      const field = fields[columns[index] as number] as string;
      const used = readNanoKwh(field);
      if (used === null) throw new CommandError(`${path}, line ${line}: "${field}" of ${member.code} is no energy`);
      const produced = yields?.produced(member, start) ?? 0;
      const [imported, exported] = used >= produced ? [used - produced, 0] : [0, produced - used];
      text += `${member.code},${start},${kwhText(imported)},${kwhText(exported)},${kwhText(produced)}\n`;
    }
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  yield text;
}
