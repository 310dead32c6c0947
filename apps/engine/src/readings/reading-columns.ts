import { separatorOf, splitFields, type Separator } from './csv-fields';

/** Where a file has what: positions of the columns, production −1 where it has none. */
export interface ReadingColumns {
  readonly separator: Separator;
  readonly count: number;
  /** Households are named by the node's code or by their metering point. */
  readonly namedBy: 'node' | 'meteringPoint';
  readonly node: number;
  readonly start: number;
  readonly importKwh: number;
  readonly exportKwh: number;
  readonly productionKwh: number;
}

const KNOWN = ['node', 'meteringpoint', 'start', 'importkwh', 'exportkwh', 'productionkwh'];

/** Reads the header line; a text says what is wrong with it. */
export function readHeader(line: string): ReadingColumns | string {
  const separator = separatorOf(line);
  const fields: string[] = [];
  const count = splitFields(line, separator, fields);
  const names = fields.slice(0, Math.max(count, 0)).map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) return `unknown column "${unknown}"`;
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `column "${twice}" appears twice`;
  const at = (name: string): number => names.indexOf(name);
  const namedBy = at('node') >= 0 ? 'node' : 'meteringPoint';
  if (at('node') >= 0 && at('meteringpoint') >= 0) return 'either "node" or "meteringPoint", not both';
  const required = [namedBy.toLowerCase(), 'start', 'importkwh', 'exportkwh'];
  if (required.some((name) => at(name) < 0)) {
    return 'the columns are node or meteringPoint, start, importKwh, exportKwh and, if known, productionKwh';
  }
  return {
    separator,
    count,
    namedBy,
    node: at(namedBy.toLowerCase()),
    start: at('start'),
    importKwh: at('importkwh'),
    exportKwh: at('exportkwh'),
    productionKwh: at('productionkwh'),
  };
}
