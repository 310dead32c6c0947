import {
  type ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  provideRouter,
  RedirectCommand,
  Router,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { LanguagePicker, provideDataAccess, Session } from '@ceex/web-data-access/start';
import { provideTransloco, TRANSLOCO_LOADER } from '@jsverse/transloco';
import { routes } from './app.routes';
import { fetchAhead } from './fetch-ahead';
import { LANGUAGES, LanguageChoice } from './language-choice';
import { PageTitle } from './page-title';
import { SessionWatch } from './session-watch';
import { TranslationLoader } from './translation-loader';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      // The address stays what it was, so that loading the page again asks for the same.
      withNavigationErrorHandler(
        () => new RedirectCommand(inject(Router).parseUrl('/unavailable'), { skipLocationChange: true }),
      ),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideDataAccess(),
    provideTransloco({
      config: {
        availableLangs: LANGUAGES.map(({ code }) => code),
        defaultLang: 'en',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
    }),
    // The one that the pages ask for more, not another of its kind.
    { provide: TRANSLOCO_LOADER, useExisting: TranslationLoader },
    // Once the first screen stands: the worker's downloads are not to compete with it.
    provideServiceWorker('service-worker.js', {
      enabled: !isDevMode(),
      registrationStrategy: 'registerWhenStable:30000',
    }),
    { provide: LanguagePicker, useExisting: LanguageChoice },
    provideAppInitializer(() => {
      inject(SessionWatch).start();
      fetchAhead(inject(Session), inject(TranslationLoader));
      return inject(LanguageChoice).start();
    }),
  ],
};
