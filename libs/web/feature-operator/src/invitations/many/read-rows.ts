import { INVITATION_COLUMNS, LANGUAGES, type LINE_CODES, MAX_INVITATIONS_AT_ONCE } from '@ceex/contracts';
import { isAddress } from '../is-address';

export type LineCode = (typeof LINE_CODES)[number];

/** A line of a file of invitations as it will be understood, with what is wrong with it. */
export interface Row {
  readonly line: number;
  readonly email: string;
  readonly node: string;
  readonly language: string;
  readonly error: LineCode | null;
}

/** A line of CSV: its number in the file, and its fields. */
export interface CsvLine {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Why a file cannot be read as a whole. */
export type FileProblem = 'empty' | 'header' | 'too-many';

export interface Rows {
  readonly rows: readonly Row[];
  readonly problem: FileProblem | null;
}

/**
 * Reads a file of invitations as the server does, so that what is wrong is seen before anything is sent. Whether somebody
 * was invited already only the server knows. `codes` are the nodes of the community; undefined while they are not known.
 */
export function readRows(lines: readonly CsvLine[], codes: ReadonlySet<string> | undefined): Rows {
  const [header, ...rest] = lines;
  if (header === undefined) return { rows: [], problem: 'empty' };
  const columns = header.fields;
  if (!isHeader(columns)) return { rows: [], problem: 'header' };
  if (rest.length === 0) return { rows: [], problem: 'empty' };
  const seen = new Set<string>();
  const rows = rest.map(({ line, fields }) => {
    const field = (name: string): string => fields[columns.indexOf(name)] ?? '';
    const row = { line, email: field('email').toLowerCase(), node: field('node'), language: field('language') };
    const error = fields.length === columns.length ? errorOf(row, codes, seen) : 'columns';
    return { ...row, error } satisfies Row;
  });
  const tooMany = new Set(rows.map(({ email }) => email)).size > MAX_INVITATIONS_AT_ONCE;
  return { rows, problem: tooMany ? 'too-many' : null };
}

function isHeader(columns: readonly string[]): boolean {
  const known: readonly string[] = INVITATION_COLUMNS;
  const right = columns.every((name) => known.includes(name)) && new Set(columns).size === columns.length;
  return right && columns.includes('email') && columns.includes('node');
}

function errorOf(
  { email, node, language }: Omit<Row, 'error'>,
  codes: ReadonlySet<string> | undefined,
  seen: Set<string>,
): LineCode | null {
  if (!isAddress(email)) return 'bad-email';
  if (codes !== undefined && !codes.has(node)) return 'unknown-node';
  if (language !== '' && !LANGUAGES.some((known) => known === language)) return 'bad-language';
  const key = `${email} ${node}`;
  if (seen.has(key)) return 'duplicate';
  seen.add(key);
  return null;
}
