import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';
import type { Me } from '@ceex/contracts';
import { Session } from '@ceex/web-data-access';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { keep, kept } from './kept';

/** The languages there are texts in, each named in itself. (No import of the ui library here: it would load at once.) */
export const LANGUAGES = [
  { code: 'de', name: 'Deutsch' },
  { code: 'fr', name: 'Français' },
  { code: 'it', name: 'Italiano' },
  { code: 'en', name: 'English' },
] as const satisfies readonly { code: Me['language']; name: string }[];
export type LanguageCode = (typeof LANGUAGES)[number]['code'];

const KEY = 'ceex.language';

/** The language: what was picked on this device, else what the user keeps, else what the browser asks for. */
@Injectable({ providedIn: 'root' })
export class LanguageChoice {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  private readonly texts = inject(TranslocoService);
  private readonly picked = signal<LanguageCode | null>(null);
  private readonly active = signal<LanguageCode>(firstLanguage(this.document.defaultView?.navigator.languages ?? []));

  readonly code = this.active.asReadonly();

  constructor() {
    effect(() => (this.document.documentElement.lang = `${this.active()}-CH`));
    effect(() => {
      const [user, picked] = [this.session.user(), this.picked()];
      if (user && picked === null) this.show(user.language);
      // Not kept with the user is a pity, not a problem: this device knows the choice.
      if (user && picked !== null) this.session.keepLanguage(picked).catch(() => undefined);
    });
  }

  /** Loads the texts of the first screen. */
  async start(): Promise<void> {
    this.show(this.active());
    await firstValueFrom(this.texts.load(this.active()));
  }

  pick(code: LanguageCode): void {
    this.picked.set(code);
    this.show(code);
  }

  private show(code: LanguageCode): void {
    this.active.set(code);
    this.texts.setActiveLang(code);
    keep(KEY, code);
  }
}

function firstLanguage(asked: readonly string[]): LanguageCode {
  const wishes = [kept(KEY), ...asked].map((wish) => wish?.slice(0, 2));
  for (const wish of wishes) {
    const found = LANGUAGES.find(({ code }) => code === wish);
    if (found) return found.code;
  }
  return 'en';
}
