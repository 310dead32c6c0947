import { Injectable, Injector, inject } from '@angular/core';
import type { Language } from '@ceex/contracts';
import { type Translation, type TranslocoLoader, TranslocoService } from '@jsverse/transloco';

type Texts = Readonly<Record<Language, () => Promise<{ readonly default: Translation }>>>;

const START: Texts = {
  de: () => import('../i18n/de/start'),
  en: () => import('../i18n/en/start'),
  fr: () => import('../i18n/fr/start'),
  it: () => import('../i18n/it/start'),
};

const PAGES: Texts = {
  de: () => import('../i18n/de/pages'),
  en: () => import('../i18n/en/pages'),
  fr: () => import('../i18n/fr/pages'),
  it: () => import('../i18n/it/pages'),
};

/** Texts come as lazy chunks, two a language: what whoever is not signed in never sees does not delay their first page. */
@Injectable({ providedIn: 'root' })
export class TranslationLoader implements TranslocoLoader {
  private readonly injector = inject(Injector);
  private all?: Promise<void>;

  async getTranslation(language: Language): Promise<Translation> {
    const parts = this.all ? [START[language](), PAGES[language]()] : [START[language]()];
    const texts = await Promise.all(parts);
    return Object.assign({}, ...texts.map((part) => part.default)) as Translation;
  }

  /** From now on the texts of all pages are there, in each language that is loaded or was. */
  needAll(): Promise<void> {
    return (this.all ??= this.complete());
  }

  private async complete(): Promise<void> {
    // Asked for here, because the service itself needs a loader.
    const service = this.injector.get(TranslocoService);
    const loaded = [...service.getTranslation().keys()] as Language[];
    const texts = await Promise.all(loaded.map(async (language) => [language, await PAGES[language]()] as const));
    for (const [language, part] of texts) service.setTranslation(part.default, language);
  }
}
