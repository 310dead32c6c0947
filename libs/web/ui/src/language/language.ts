import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { catchError, EMPTY, map, switchMap } from 'rxjs';

/** The locale whose number and date formats belong to a language: Swiss ones. */
const LOCALES: Readonly<Record<string, string>> = {
  de: 'de-CH',
  en: 'en-CH',
  fr: 'fr-CH',
  it: 'it-CH',
};

/** The language on the screen, as signals: it changes only once the texts of the new one are there. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly loaded = toSignal(
    this.transloco.langChanges$.pipe(
      switchMap((language) =>
        this.transloco.load(language).pipe(
          map(() => language),
          catchError(() => EMPTY),
        ),
      ),
    ),
  );

  /** BCP 47 locale for `Intl`, such as `de-CH`. */
  readonly locale = computed(() => LOCALES[this.loaded() ?? ''] ?? 'en-CH');

  /** The text of a key in the language on the screen; empty until its texts are there. Read it in a template or `computed`. */
  translate(key: string, params?: Readonly<Record<string, string | number>>): string {
    return this.loaded() === undefined ? '' : this.transloco.translate(key, params);
  }
}
