import { Component, computed, ElementRef, inject, resource, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LANGUAGES, type Language } from '@ceex/contracts/constants';
import { SettingsClient } from '@ceex/web-data-access/settings';
import { attempt, LanguagePicker, Session } from '@ceex/web-data-access/start';
import { AttemptNotice, entry, Field, FieldInput, Notice, PasswordField } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { KeptEntries } from '../kept-entries';
import { Section } from '../section/section';
import { isWrongPassword } from '../section/wrong-password';

/** Languages, each named in itself. */
const NAMES: Readonly<Record<Language, string>> = {
  de: 'Deutsch',
  fr: 'Français',
  it: 'Italiano',
  en: 'English',
};

/** The e-mail address, its change, and the language. */
@Component({
  selector: 'ceex-settings-profile',
  imports: [AttemptNotice, Field, FieldInput, MatButton, Notice, PasswordField, Section, TranslocoPipe],
  templateUrl: './profile.html',
  styleUrls: ['../section/parts.scss', './profile.scss'],
})
export class Profile {
  private readonly client = inject(SettingsClient);
  private readonly picker = inject(LanguagePicker);
  private readonly passwordField = viewChild(PasswordField);
  private readonly address = viewChild<ElementRef<HTMLInputElement>>('address');

  protected readonly user = inject(Session).user;
  protected readonly languages = LANGUAGES.map((code) => ({ code, name: NAMES[code] }));
  protected readonly language = this.picker.code;
  protected readonly change = resource({ loader: () => this.client.emailChange() });
  protected readonly pending = computed(() => (this.change.hasValue() ? this.change.value() : null));
  /** Which mailboxes have not said yes. */
  protected readonly waitsFor = computed(() => {
    const pending = this.pending();
    if (!pending) return '';
    if (!pending.oldConfirmed && !pending.newConfirmed) return 'settings.profile.waitingBoth';
    return pending.newConfirmed ? 'settings.profile.waitingOld' : 'settings.profile.waitingNew';
  });
  protected readonly email = inject(KeptEntries).entry('email', (text) => /^\S+@\S+$/.test(text.trim()));
  protected readonly password = entry((text) => text !== '');
  protected readonly attempt = attempt();
  protected readonly done = signal('');

  protected passwordError(): string {
    const problem = this.attempt.problem();
    if (problem !== null && isWrongPassword(problem)) return 'shell.problem.wrong-password';
    return this.password.wrong() ? 'settings.passwordMissing' : '';
  }

  protected emailError(): string {
    if (this.attempt.problem()?.code === 'unprocessable') return 'settings.profile.sameAddress';
    return this.email.wrong() ? 'account.signIn.emailError' : '';
  }

  protected pick(language: Language): void {
    this.picker.pick(language);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.done.set('');
    if (this.attempt.blocked()) return;
    if (!this.email.complete()) {
      this.email.leave();
      return this.address()?.nativeElement.focus();
    }
    if (!this.password.complete()) {
      this.password.leave();
      return this.passwordField()?.focus();
    }
    const failure = await this.attempt.run(async () => {
      this.change.set(await this.client.changeEmail(this.email.text().trim(), this.password.text()));
    });
    if (failure === null) {
      this.email.set('');
      this.password.set('');
    } else if (isWrongPassword(failure)) this.passwordField()?.select();
  }

  protected async cancel(): Promise<void> {
    const failure = await this.attempt.run(() => this.client.cancelEmailChange());
    if (failure !== null) return;
    this.change.set(null);
    this.done.set('settings.profile.cancelled');
  }
}
