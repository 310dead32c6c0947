import { INTERVAL_MS, intervalIndex, KwhCarry, type KwhFault } from '@ceex/units';
import type { LineError } from '@ceex/contracts';
import type { Rejections } from '@ceex/server';
import { splitFields } from './csv-fields';
import { readStart } from './read-start';
import { MAX_INTERVAL_WH, type ReadingSink } from './reading';
import type { ReadingColumns } from './reading-columns';
import { SeenIntervals } from './seen-intervals';

type LineCode = LineError['code'];
/** A value that is no energy: below every Wh. */
const FAULTY = -2;
const UNKNOWN = -1;

/** One household's readings in a file. What is left below one Wh is carried from line to line. */
interface Series {
  readonly nodeId: number;
  readonly importCarry: KwhCarry;
  readonly exportCarry: KwhCarry;
  readonly productionCarry: KwhCarry;
  readonly seen: SeenIntervals;
}

export interface ReadingContext {
  readonly timeZone: string;
  /** Nodes by what the file names them by. */
  readonly nodes: ReadonlyMap<string, number>;
  /** Intervals that end later than this have not been metered yet. */
  readonly nowMs: number;
}

const START_MESSAGES: Partial<Record<LineCode, string>> = {
  'off-grid': 'is not on a quarter of an hour',
  'ambiguous-time': 'happens twice that day: give it with an offset',
  'missing-time': 'does not exist that day (clocks go forward)',
  'bad-time': 'is not a time (2026-03-29T01:00:00Z, or local 2026-03-29 02:00)',
};

/** Turns lines into readings and gives them to the sink; a line that cannot be taken goes to the rejections. */
export class ReadingLines {
  readonly #series = new Map<string, Series>();
  readonly #fields: string[] = [];
  #startText = '';
  #start: number | LineCode = 'bad-time';
  /** Intervals that occur in the file. */
  readonly intervals = new SeenIntervals();

  constructor(
    private readonly columns: ReadingColumns,
    private readonly context: ReadingContext,
    private readonly sink: ReadingSink,
    private readonly rejections: Rejections,
  ) {}

  read(text: string, line: number): void {
    const { columns, rejections } = this;
    const fields = this.#fields;
    const count = splitFields(text, columns.separator, fields);
    if (count !== columns.count) {
      const found = count < 0 ? 'a quote is not closed' : `${count} columns where the header has ${columns.count}`;
      return rejections.add(line, 'columns', found);
    }
    const name = fields[columns.node] as string;
    const series = this.#series.get(name) ?? this.#open(name);
    if (series === undefined) return rejections.add(line, 'unknown-node', `there is no household "${name}"`);
    const startText = fields[columns.start] as string;
    const startMs = this.#readStart(startText);
    if (typeof startMs === 'string') {
      return rejections.add(line, startMs, `start "${startText}" ${START_MESSAGES[startMs] ?? ''}`);
    }
    if (startMs < 0 || startMs + INTERVAL_MS > this.context.nowMs) {
      return rejections.add(
        line,
        'out-of-range',
        `start "${startText}" is an interval that has not ended yet or too old`,
      );
    }
    const index = intervalIndex(startMs);
    if (!series.seen.add(index)) {
      return rejections.add(line, 'duplicate', `a second reading of "${name}" at "${startText}"`);
    }
    this.intervals.add(index);
    const importWh = this.#readEnergy(series.importCarry, columns.importKwh, 'importKwh', line);
    const exportWh = this.#readEnergy(series.exportCarry, columns.exportKwh, 'exportKwh', line);
    const productionWh = this.#readProduction(series, line);
    if (importWh === FAULTY || exportWh === FAULTY || productionWh === FAULTY) return;
    this.sink.add(series.nodeId, startMs, importWh, exportWh, productionWh);
  }

  #open(name: string): Series | undefined {
    const nodeId = this.context.nodes.get(name);
    if (nodeId === undefined) return undefined;
    const series: Series = {
      nodeId,
      importCarry: new KwhCarry(),
      exportCarry: new KwhCarry(),
      productionCarry: new KwhCarry(),
      seen: new SeenIntervals(),
    };
    this.#series.set(name, series);
    return series;
  }

  /** Files are sorted by time as a rule: many lines in a row then have the same text. */
  #readStart(text: string): number | LineCode {
    if (text !== this.#startText) {
      this.#start = readStart(text, this.context.timeZone);
      this.#startText = text;
    }
    return this.#start;
  }

  #readProduction(series: Series, line: number): number {
    const { productionKwh } = this.columns;
    if (productionKwh < 0 || this.#fields[productionKwh] === '') return UNKNOWN;
    return this.#readEnergy(series.productionCarry, productionKwh, 'productionKwh', line);
  }

  #readEnergy(carry: KwhCarry, column: number, name: string, line: number): number {
    const text = this.#fields[column] as string;
    const energyWh: number | KwhFault = carry.read(text);
    if (typeof energyWh === 'string' && energyWh !== 'too-large') {
      this.rejections.add(line, 'bad-number', `${name} "${text}" is no amount of energy (${energyWh})`);
      return FAULTY;
    }
    if (energyWh === 'too-large' || energyWh > MAX_INTERVAL_WH) {
      this.rejections.add(line, 'out-of-range', `${name} "${text}" is more than ${MAX_INTERVAL_WH / 1000} kWh`);
      return FAULTY;
    }
    return energyWh;
  }
}
