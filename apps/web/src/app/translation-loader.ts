import { Injectable } from '@angular/core';
import type { Language } from '@ceex/contracts';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

const TEXTS: Readonly<Record<Language, () => Promise<{ readonly default: Translation }>>> = {
  de: () => import('../i18n/de'),
  en: () => import('../i18n/en'),
  fr: () => import('../i18n/fr'),
  it: () => import('../i18n/it'),
};

/** Texts come as a lazy chunk a language. */
@Injectable({ providedIn: 'root' })
export class TranslationLoader implements TranslocoLoader {
  async getTranslation(language: Language): Promise<Translation> {
    return (await TEXTS[language]()).default;
  }
}
