import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '@ceex/contracts';
import { ALL_TEXTS } from './testing/all-texts';

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

const { de, en, fr, it: italian } = ALL_TEXTS;
const english = flatten(en);
const german = flatten(de);
const french = flatten(fr);
const others = { de: german, fr: french, it: flatten(italian) };
const code = SOURCES.flatMap(sources).join('\n');

/**
 * Keys stand in the code whole (`'shell.skip'`, as an attribute `"shell.skip"`), or with a part filled in at run time: from a template
 * (`` `trading.energy.${name}` ``) or added to (`'shell.problem.' + code`).
 */
const areas = Object.keys(en).join('|');
const whole = new Set(
  Array.from(
    code.matchAll(new RegExp(`(?:'|\\s[\\w-]+=")((?:${areas})\\.[\\w.-]*[\\w-])['"]`, 'g')),
    ([, key]) => key!,
  ),
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

  it('are offered in every language that a user can keep', () => {
    expect(Object.keys({ en, ...others }).sort()).toEqual([...LANGUAGES].sort());
  });

  describe.each(Object.entries(others))('in %s', (_language, texts) => {
    it('have the keys of the English ones', () => {
      expect([...texts.keys()].filter((key) => !english.has(key))).toEqual([]);
      expect([...english.keys()].filter((key) => !texts.has(key))).toEqual([]);
    });

    it('have their placeholders', () => {
      const differing = [...english].filter(
        ([key, text]) => placeholders(texts.get(key) ?? '').join() !== placeholders(text).join(),
      );
      expect(differing).toEqual([]);
    });
  });

  it('are not empty', () => {
    const empty = Object.values({ en: english, ...others }).flatMap((texts) =>
      [...texts].filter(([, text]) => text.trim() === ''),
    );
    expect(empty).toEqual([]);
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

  it('are well set French: a narrow no-break space (U+202F) before ; : ? ! and inside « »', () => {
    expect([...french].filter(([, text]) => /[^\u202f][;?!»]|[\p{L}}][ \u00a0]?: |«[^\u202f]/u.test(text))).toEqual([]);
  });

  it('are on the page before the app is: its one sentence in every language', () => {
    const page = readFileSync(join(ROOT, 'apps/web/src/index.html'), 'utf8');
    const said = Array.from(page.matchAll(/<p lang="(\w+)">(.*?)<\/p>/g), ([, language, text]) => [language, text]);
    const claims = Object.entries(ALL_TEXTS).map(([language, { shell }]) => [language, shell.gate.claim]);
    expect(said.sort()).toEqual(claims.sort());
  });
});
