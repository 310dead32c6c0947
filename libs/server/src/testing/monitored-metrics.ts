import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../../docker/monitoring');
const FILES = ['alerts.yml', 'grafana/ceex.json'];
const NAME = /\b(?:ceex|node|nodejs|process)_[a-z0-9_]+/g;

/** The names of all figures that dashboard and alerts ask for. */
export function monitoredMetrics(): string[] {
  const names = FILES.flatMap((file) => withoutComments(readFileSync(join(FOLDER, file), 'utf8')).match(NAME) ?? []);
  return [...new Set(names)].sort();
}

/** The name under which a program keeps a figure: a histogram shows itself as three. */
export const keptName = (name: string): string => name.replace(/_(bucket|sum|count)$/, '');

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*#.*$/gm, '');
}
