import type { Signal } from '@angular/core';
import type { Language } from '@ceex/contracts/constants';

/** The language on the screen and how another one is picked. The app provides it, pages use it. */
export abstract class LanguagePicker {
  abstract readonly code: Signal<Language>;
  abstract pick(code: Language): void;
}
