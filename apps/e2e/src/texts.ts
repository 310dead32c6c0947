import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A language that the flows run in. */
export type Language = 'en' | 'de';

const folder = join(__dirname, '../../web/src/i18n');
const files = new Map<string, unknown>();

/**
 * What the app says at `key` (file and path in it, such as `trading.save.save`), with `params` put in.
 * Throws if there is no such text, or if a parameter of it is not given.
 */
export function t(language: Language, key: string, params: Readonly<Record<string, string>> = {}): string {
  return template(language, key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${language}: ${key} needs {{${name}}}`);
    return value;
  });
}

/** Matches what the app says at any of `keys`, whatever its parameters are. */
export function like(language: Language, ...keys: readonly string[]): RegExp {
  const patterns = keys.map((key) =>
    template(language, key)
      .split(/\{\{\w+\}\}/)
      .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('.*'),
  );
  return new RegExp(patterns.join('|'));
}

function template(language: Language, key: string): string {
  const [file = '', ...path] = key.split('.');
  let found = texts(join(folder, language, `${file}.json`));
  for (const part of path) found = (found as Readonly<Record<string, unknown>> | undefined)?.[part];
  if (typeof found !== 'string') throw new Error(`${language}: no text at ${key}`);
  return found;
}

function texts(file: string): unknown {
  if (!files.has(file)) files.set(file, JSON.parse(readFileSync(file, 'utf8')));
  return files.get(file);
}
