import { TERM_NAMES, type TermName } from './term-names';

/** A piece of a sentence; with a name it is a word that explains itself. */
export interface SentencePart {
  readonly text: string;
  readonly term: TermName | null;
}

const MARKED = /\[\[(\w+)\|([^\]|]+)\]\]/g;

/**
 * The pieces of a text whose terms are marked as `[[clearing|Handelsrunde]]`: so a translator says which word of the
 * sentence is the term. A name that no glossary has leaves the word as plain text.
 */
export function markedTerms(text: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const { 0: whole, 1: name, 2: word = '', index } of text.matchAll(MARKED)) {
    if (index > end) parts.push({ text: text.slice(end, index), term: null });
    parts.push({ text: word, term: TERM_NAMES.find((known) => known === name) ?? null });
    end = index + whole.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), term: null });
  return parts;
}
