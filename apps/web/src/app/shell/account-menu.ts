import { afterNextRender, Component, computed, inject, input, output, viewChild } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { COLOR_SCHEMES, ColorScheme, type ColorSchemeName } from '../color-scheme';
import { Contrast } from '../contrast';
import { LANGUAGES, LanguageChoice } from '../language-choice';

const SCHEME_ICONS: Readonly<Record<ColorSchemeName, string>> = {
  auto: 'brightness_auto',
  light: 'light_mode',
  dark: 'dark_mode',
};

/** Language, light or dark, and for a signed-in user: who that is, and sign out. It opens as soon as it is there. */
@Component({
  selector: 'ceex-account-menu',
  imports: [MatDivider, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink, TranslocoPipe],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
})
export class AccountMenu {
  /** The address of the signed-in user; null for nobody. */
  readonly email = input<string | null>(null);
  readonly signOut = output();

  protected readonly choice = inject(LanguageChoice);
  protected readonly scheme = inject(ColorScheme);
  protected readonly contrast = inject(Contrast);
  protected readonly languages = LANGUAGES;
  protected readonly schemes = COLOR_SCHEMES.map((name) => ({ name, icon: SCHEME_ICONS[name] }));
  protected readonly label = computed(() => (this.email() === null ? 'shell.menu.display' : 'shell.menu.account'));
  private readonly trigger = viewChild.required(MatMenuTrigger);

  constructor() {
    afterNextRender(() => this.trigger().openMenu());
  }
}
