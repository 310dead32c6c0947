import { TERM_NAMES } from '@ceex/web-ui';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_TEXTS } from './testing/all-texts';

const glossary = readFileSync(join(__dirname, '../../../../docs/glossary.md'), 'utf8');

/** `price ruler` → `priceRuler`. */
const camel = (words: string) => words.replace(/[ -](\w)/g, (_all, letter: string) => letter.toUpperCase());
const inDocuments = glossary
  .split('\n')
  .filter((line) => /^\| (?!term |-)/.test(line))
  .flatMap((line) => line.split('|')[1]!.trim().split(', '))
  .map(camel);

/** The names of the terms marked (`[[clearing|…]]`) in each text that marks any, by the text's key. */
function marks(texts: object, prefix = ''): [string, string[]][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return marks(value, `${prefix}${key}.`);
    const names = Array.from(String(value).matchAll(/\[\[(.*?)\|/g), ([, name]) => name!);
    return names.length > 0 ? [[prefix + key, names.sort()] satisfies [string, string[]]] : [];
  });
}

describe('the terms', () => {
  it('are those of the glossary', () => {
    expect([...TERM_NAMES].sort()).toEqual([...inDocuments].sort());
  });

  it.each(Object.entries(ALL_TEXTS))('each have a sentence in %s', (_language, { ui }) => {
    expect(Object.keys(ui.terms).sort()).toEqual([...TERM_NAMES].sort());
    for (const sentence of Object.values(ui.terms)) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('are marked alike in all languages, by names that are there', () => {
    const english = marks(ALL_TEXTS.en);
    for (const texts of Object.values(ALL_TEXTS)) expect(marks(texts)).toEqual(english);
    const names = english.flatMap(([, found]) => found);
    expect(names.filter((name) => !(TERM_NAMES as readonly string[]).includes(name))).toEqual([]);
  });
});
