import { test as base } from '@playwright/test';
import { like, t, type Language } from './texts';

export { expect, type Page } from '@playwright/test';

/** The texts of the app in the language of the flow. */
export interface Texts {
  readonly language: Language;
  /** The text at a key such as `trading.save.save`, with its parameters put in. */
  say(key: string, params?: Readonly<Record<string, string>>): string;
  /** Matches the text at any of the keys, whatever its parameters are. */
  like(...keys: readonly string[]): RegExp;
}

/** What a Playwright project may choose. */
export interface FlowOptions {
  readonly language: Language;
}

/** The texts in `language`. */
export function textsIn(language: Language): Texts {
  return { language, say: (key, params) => t(language, key, params), like: (...keys) => like(language, ...keys) };
}

/** A flow in the language of its project. */
export const test = base.extend<FlowOptions & { texts: Texts }>({
  language: ['en', { option: true }],
  texts: async ({ language }, use) => use(textsIn(language)),
});
