import type { Language } from '@ceex/contracts';
import type { LetterData } from './letters';
import { TEXTS } from './texts';

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-CH', fr: 'fr-CH', it: 'it-CH', en: 'en-GB' };

/** What breaks a line, hides, or turns the direction of what follows: in a name of a community it could forge a text. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

export interface Place {
  readonly language: Language;
  readonly timeZone: string;
}

/** What the templates of a letter may name, as words of its language, each on one line. */
export function valuesOf(data: LetterData[keyof LetterData], place: Place): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, oneLine(inWords(name, value, place))]));
}

/** `text` without line breaks and other characters that nobody sees. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, ' ').trim();
}

function inWords(name: string, value: unknown, { language, timeZone }: Place): string {
  const locale = LOCALES[language];
  if (Array.isArray(value)) return new Intl.ListFormat(locale).format(value.map((each) => oneLine(String(each))));
  switch (name) {
    case 'expires':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(String(value)));
    case 'at':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
        new Date(String(value)),
      );
    case 'what':
      return TEXTS[language].changes[value as keyof (typeof TEXTS)['de']['changes']];
    default:
      return String(value);
  }
}
