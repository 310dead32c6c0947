import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { keep, kept } from './kept';

/** The schemes to choose from; `auto` follows the system. */
export const COLOR_SCHEMES = ['auto', 'light', 'dark'] as const;
export type ColorSchemeName = (typeof COLOR_SCHEMES)[number];

/** Also read by public/before-start.js before the first paint. */
const KEY = 'ceex.scheme';

/** Light or dark. */
@Injectable({ providedIn: 'root' })
export class ColorScheme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<ColorSchemeName>(COLOR_SCHEMES.find((name) => name === kept(KEY)) ?? 'auto');

  readonly name = this.chosen.asReadonly();

  pick(name: ColorSchemeName): void {
    this.chosen.set(name);
    keep(KEY, name);
    if (name === 'auto') delete this.root.dataset['scheme'];
    else this.root.dataset['scheme'] = name;
  }
}
