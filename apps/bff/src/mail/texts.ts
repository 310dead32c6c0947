import type { Language, LetterKind } from '@ceex/contracts';
import type { SecondFactorChange } from './letters';
import de from './texts/de.json';
import en from './texts/en.json';
import fr from './texts/fr.json';
import it from './texts/it.json';

/** The sentences of a letter, as mustache templates. A paragraph that turns out empty is left out. */
export interface LetterTexts {
  /** Also the heading. */
  readonly subject: string;
  readonly before: readonly string[];
  /** What the link's button says; only where there is a link. */
  readonly button?: string;
  readonly after: readonly string[];
}

interface Texts {
  readonly greeting: string;
  /** Leads to the address below a button. */
  readonly address: string;
  readonly footer: string;
  readonly letters: Readonly<Record<LetterKind, LetterTexts>>;
  readonly changes: Readonly<Record<SecondFactorChange, string>>;
}

/** All that letters say, by language. */
export const TEXTS: Readonly<Record<Language, Texts>> = { de, fr, it, en };
