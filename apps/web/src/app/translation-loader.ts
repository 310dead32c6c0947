import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

/** Texts come as a lazy chunk a language. */
@Injectable({ providedIn: 'root' })
export class TranslationLoader implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    const texts = language === 'de' ? await import('../i18n/de') : await import('../i18n/en');
    return texts.default;
  }
}
