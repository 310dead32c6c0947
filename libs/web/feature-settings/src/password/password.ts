import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { passwordFault, SettingsClient } from '@ceex/web-data-access/settings';
import { attempt, Session } from '@ceex/web-data-access/start';
import { AttemptNotice, entry, PasswordField } from '@ceex/web-ui/form';
import { NewPassword, newPasswordEntry } from '@ceex/web-ui/password';
import { TranslocoPipe } from '@jsverse/transloco';
import { Section } from '../section/section';
import { isWrongPassword } from '../section/wrong-password';

/** A new password in place of the known one; everybody else who was signed in has to sign in again. */
@Component({
  selector: 'ceex-settings-password',
  imports: [AttemptNotice, MatButton, NewPassword, PasswordField, Section, TranslocoPipe],
  templateUrl: './password.html',
  styleUrl: '../section/parts.scss',
})
export class Password {
  private readonly client = inject(SettingsClient);
  private readonly currentField = viewChild.required(PasswordField);
  private readonly nextField = viewChild.required(NewPassword);

  protected readonly user = inject(Session).user;
  protected readonly current = entry((text) => text !== '');
  protected readonly next = newPasswordEntry();
  protected readonly attempt = attempt();
  protected readonly done = signal('');
  private readonly tried = signal('');
  protected readonly refused = computed(() => {
    const problem = this.attempt.problem();
    const fault = problem && passwordFault(problem);
    return fault ? { password: this.tried(), fault } : null;
  });

  protected currentError(): string {
    const problem = this.attempt.problem();
    if (problem !== null && isWrongPassword(problem)) return 'shell.problem.wrong-password';
    return this.current.wrong() && this.next.text() !== '' ? 'settings.passwordMissing' : '';
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.done.set('');
    if (this.attempt.blocked()) return;
    for (const [one, field] of [
      [this.current, this.currentField()],
      [this.next, this.nextField()],
    ] as const) {
      if (one.complete()) continue;
      one.leave();
      return field.focus();
    }
    this.tried.set(this.next.text());
    const failure = await this.attempt.run(() => this.client.changePassword(this.current.text(), this.tried()));
    if (failure === null) {
      this.current.set('');
      this.next.set('');
      this.done.set('settings.password.done');
    } else if (isWrongPassword(failure)) this.currentField().select();
    else if (passwordFault(failure) !== null) this.nextField().select();
  }
}
