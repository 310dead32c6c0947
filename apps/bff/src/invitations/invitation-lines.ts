import { credentials, INVITATION_COLUMNS, type Language, LANGUAGES } from '@ceex/contracts';
import { Rejections } from '@ceex/server';
import { CsvError, type Info, parse } from 'csv-parse';
import type { Readable } from 'node:stream';
import type { CommunityNames } from '../directory/community-directory';
import { normalEmail } from '../users/users';

/** A longer line is none of ours; without a bound a file without line ends would fill the memory. */
const MAX_LINE_BYTES = 2_000;

/** One line of a file of invitations that can be taken. */
export interface InvitationLine {
  readonly line: number;
  readonly email: string;
  readonly nodeId: number;
  readonly language?: Language;
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: Pick<Info, 'lines'>;
}

/** Reads a file of invitations as it comes in, with commas or semicolons, and writes what is wrong into `rejections`. */
export async function readInvitationLines(
  source: Readable,
  names: CommunityNames,
  rejections: Rejections,
): Promise<InvitationLine[]> {
  const options = { bom: true, delimiter: [',', ';'], info: true, trim: true };
  const bounds = { max_record_size: MAX_LINE_BYTES, relax_column_count: true, skip_empty_lines: true };
  const parser = source.pipe(parse({ ...options, ...bounds }));
  source.once('error', (error) => parser.destroy(error));
  const reader = new LineReader(names, rejections);
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) reader.read(record, info.lines);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // From there on nobody can say where a line begins.
    rejections.add(Number(error['lines']), 'columns', error.message);
  }
  if (reader.isEmpty && rejections.count === 0) rejections.add(1, 'columns', 'the file is empty');
  return reader.lines;
}

class LineReader {
  readonly lines: InvitationLine[] = [];
  private columns?: readonly string[];
  private readonly seen = new Set<string>();

  constructor(
    private readonly names: CommunityNames,
    private readonly rejections: Rejections,
  ) {}

  get isEmpty(): boolean {
    return this.columns === undefined;
  }

  read(record: readonly string[], line: number): void {
    if (this.columns === undefined) this.readHeader(record, line);
    else if (this.columns.length > 0) this.readFields(record, line, this.columns);
  }

  private readHeader(record: readonly string[], line: number): void {
    const known: readonly string[] = INVITATION_COLUMNS;
    const right = record.every((name) => known.includes(name)) && new Set(record).size === record.length;
    const complete = record.includes('email') && record.includes('node');
    // Lines under a header that cannot be read say nothing.
    this.columns = right && complete ? record : [];
    if (!right || !complete) this.rejections.add(line, 'columns', 'the first line must be: email,node[,language]');
  }

  private readFields(record: readonly string[], line: number, columns: readonly string[]): void {
    if (record.length !== columns.length) {
      this.rejections.add(line, 'columns', `${record.length} fields instead of ${columns.length}`);
      return;
    }
    const field = (name: string): string => record[columns.indexOf(name)] ?? '';
    const email = credentials.shape.email.safeParse(normalEmail(field('email')));
    const node = this.names.withCode(field('node'));
    const language = LANGUAGES.find((known) => known === field('language'));
    if (!email.success) this.rejections.add(line, 'bad-email', `"${field('email')}" is no e-mail address`);
    else if (!node) this.rejections.add(line, 'unknown-node', `"${field('node')}" is no household of this community`);
    else if (!language && field('language') !== '')
      this.rejections.add(line, 'bad-language', `"${field('language')}" is none of ${LANGUAGES.join(', ')}`);
    else if (this.isRepeated(`${email.data} ${node.nodeId}`))
      this.rejections.add(line, 'duplicate', `${email.data} and "${node.code}" are in the file already`);
    else this.lines.push({ line, email: email.data, nodeId: node.nodeId, ...(language && { language }) });
  }

  private isRepeated(key: string): boolean {
    if (this.seen.has(key)) return true;
    this.seen.add(key);
    return false;
  }
}
