import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import de from './de';
import en from './en';

const ROOT = join(__dirname, '../../../..');
const SOURCES = ['apps/web/src', 'libs/web'].map((folder) => join(ROOT, folder));

/** A tree of texts as `key → text`, its keys joined with dots. */
function flatten(texts: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value === 'string') flat.set(prefix + name, value);
    else for (const [key, text] of flatten(value as object, `${prefix}${name}.`)) flat.set(key, text);
  }
  return flat;
}

/** All templates and programs that can use a text. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|html)$/.test(entry.name) && !entry.name.endsWith('.spec.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

const german = flatten(de);
const english = flatten(en);
const code = SOURCES.flatMap(sources).join('\n');

/**
 * Keys stand in the code whole (`'shell.skip'`), or with a part filled in at run time: from a template
 * (`` `trading.energy.${name}` ``) or added to (`'shell.problem.' + code`).
 */
const areas = Object.keys(en).join('|');
const whole = new Set(
  Array.from(code.matchAll(new RegExp(`'((?:${areas})\\.[\\w.-]*[\\w-])'`, 'g')), ([, key]) => key!),
);
const patterns = [
  ...Array.from(
    code.matchAll(new RegExp(`'((?:${areas})\\.[\\w.-]*\\.)' \\+(?: [\\w.()]+ \\+ '([\\w.-]*)')?`, 'g')),
    (found) => pattern(`${found[1]}\${x}${found[2] ?? ''}`),
  ),
  ...Array.from(code.matchAll(new RegExp('`((?:' + areas + ')\\.[^`\\s]*\\$\\{[^`]*)`', 'g')), ([, text]) =>
    pattern(text!),
  ),
];

function pattern(text: string): RegExp {
  const parts = text.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\w.-]*')}$`);
}

const used = (key: string) => whole.has(key) || patterns.some((part) => part.test(key));
const placeholders = (text: string) => Array.from(text.matchAll(/\{\{\s*(\w+)\s*\}\}/g), ([, name]) => name).sort();

describe('texts', () => {
  it('are found in the code', () => {
    expect(whole.size).toBeGreaterThan(50);
    expect(patterns.length).toBeGreaterThan(5);
  });

  it('are there in both languages', () => {
    expect([...german.keys()].filter((key) => !english.has(key))).toEqual([]);
    expect([...english.keys()].filter((key) => !german.has(key))).toEqual([]);
  });

  it('are not empty and have the same placeholders in both languages', () => {
    for (const [key, text] of english) {
      expect(text.trim()).not.toBe('');
      expect({ key, placeholders: placeholders(german.get(key) ?? '') }).toEqual({
        key,
        placeholders: placeholders(text),
      });
    }
  });

  it('are there for every key in the code', () => {
    expect([...whole].filter((key) => !english.has(key))).toEqual([]);
    const without = patterns.filter((part) => ![...english.keys()].some((key) => part.test(key)));
    expect(without).toEqual([]);
  });

  it('are all used', () => {
    expect([...english.keys()].filter((key) => !used(key))).toEqual([]);
  });

  it('are Swiss German: no ß', () => {
    expect([...german].filter(([, text]) => text.includes('ß'))).toEqual([]);
  });
});
