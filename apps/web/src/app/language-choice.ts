import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';
import type { Me } from '@ceex/contracts';
import { type LanguagePicker, RuntimeConfig, Session } from '@ceex/web-data-access/start';
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

/** The language: what was picked on this device, else what the user keeps, else what the browser asks for, else that of the deployment. */
@Injectable({ providedIn: 'root' })
export class LanguageChoice implements LanguagePicker {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  private readonly texts = inject(TranslocoService);
  private readonly config = inject(RuntimeConfig);
  private readonly picked = signal<LanguageCode | null>(null);
  private readonly wished = firstLanguage(this.document.defaultView?.navigator.languages ?? []);
  private readonly active = signal<LanguageCode>(this.wished ?? 'en');

  readonly code = this.active.asReadonly();

  constructor() {
    effect(() => (this.document.documentElement.lang = `${this.active()}-CH`));
    effect(() => {
      const [user, picked] = [this.session.user(), this.picked()];
      if (user && picked === null) this.remember(user.language);
      // Not kept with the user is a pity, not a problem: this device knows the choice.
      if (user && picked !== null) this.session.keepLanguage(picked).catch(() => undefined);
    });
  }

  /** Loads what the first screen needs: its texts, and what is particular to this deployment. */
  async start(): Promise<void> {
    const config = this.config.load();
    if (this.wished === undefined) {
      await config;
      this.active.set(this.config.value().defaultLanguage);
    }
    this.show(this.active());
    await Promise.all([config, firstValueFrom(this.texts.load(this.active()))]);
  }

  pick(code: LanguageCode): void {
    this.picked.set(code);
    this.remember(code);
  }

  private remember(code: LanguageCode): void {
    keep(KEY, code);
    this.show(code);
  }

  private show(code: LanguageCode): void {
    this.active.set(code);
    this.texts.setActiveLang(code);
  }
}

function firstLanguage(asked: readonly string[]): LanguageCode | undefined {
  const wishes = [kept(KEY), ...asked].map((wish) => wish?.slice(0, 2));
  for (const wish of wishes) {
    const found = LANGUAGES.find(({ code }) => code === wish);
    if (found) return found.code;
  }
  return undefined;
}
