import type { ModuleWithProviders } from '@angular/core';
import { TranslocoTestingModule } from '@jsverse/transloco';

/** Stands in for the translations in specs: what is given, in English; every other key shows as itself. */
export function operatorTexts(operator: Record<string, unknown> = {}): ModuleWithProviders<TranslocoTestingModule> {
  return TranslocoTestingModule.forRoot({
    langs: { en: { operator } },
    translocoConfig: { availableLangs: ['en'], defaultLang: 'en', missingHandler: { logMissingKey: false } },
    preloadLangs: true,
  });
}
