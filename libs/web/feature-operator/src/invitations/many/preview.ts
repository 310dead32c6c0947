import type { LineError, NamedNode } from '@ceex/contracts';
import type { LineCode, Row, Rows } from './read-rows';

/** A line as the preview shows it. */
export interface PreviewRow {
  readonly line: number;
  readonly email: string;
  readonly node: string;
  /** What the household is called; empty where the node is none of the community's. */
  readonly label: string;
  readonly language: string;
  readonly error: LineCode | null;
}

export interface Preview {
  readonly rows: readonly PreviewRow[];
  /** How many lines are wrong. */
  readonly wrong: number;
  /** How many addresses will be written to. */
  readonly addresses: number;
}

/** What will be sent, wrong lines first; what the server said of a line stands beside it. */
export function previewOf({ rows }: Rows, refused: readonly LineError[], nodes: readonly NamedNode[]): Preview {
  const labels = new Map(nodes.map(({ code, label }) => [code, label]));
  const said = new Map(refused.map(({ line, code }) => [line, code]));
  const shown = rows.map((row) => withWords(row, labels.get(row.node) ?? '', said.get(row.line) ?? row.error));
  // The server may speak of a line that is none here, such as one that it cannot read at all.
  const lines = new Set(rows.map(({ line }) => line));
  const others = refused
    .filter(({ line }) => !lines.has(line))
    .map(({ line, code }) => ({ line, email: '', node: '', label: '', language: '', error: code }));
  const all = [...others, ...shown];
  const wrong = all.filter(({ error }) => error !== null);
  return {
    rows: [...wrong, ...all.filter(({ error }) => error === null)],
    wrong: wrong.length,
    addresses: new Set(rows.map(({ email }) => email)).size,
  };
}

function withWords({ line, email, node, language }: Row, label: string, error: LineCode | null): PreviewRow {
  return { line, email, node, label, language, error };
}
