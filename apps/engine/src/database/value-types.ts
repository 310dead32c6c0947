import { types, type CustomTypesConfig } from 'pg';

const { builtins } = types;

/** `bigint` as a number; throws where a number would not be exact. */
function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} leaves the range of exact integers`);
  return value;
}

type Parser = (value: string) => unknown;
const PARSERS: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [builtins.INT8, parseSafeInteger],
  // A day has no instant: the driver would make a Date of it in the machine's own zone.
  [builtins.DATE, (text: string) => text],
]);

/** How values come back from PostgreSQL: `bigint` as exact numbers, `date` as `YYYY-MM-DD`, `timestamptz` as Date. */
export const valueTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? types.getTypeParser(oid, format as 'text'),
} as CustomTypesConfig;
