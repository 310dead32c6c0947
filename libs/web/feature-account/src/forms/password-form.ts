import { afterNextRender, Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { EnteringClient, passwordFault } from '@ceex/web-data-access/entering';
import { attempt, type ProblemError } from '@ceex/web-data-access/start';
import { NewPassword, newPasswordEntry } from '@ceex/web-ui/password';
import { AttemptNotice } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';

/** The form that all links to a new password lead to: whose account it is, the password, a button. */
@Component({
  selector: 'ceex-password-form',
  imports: [AttemptNotice, NewPassword, TranslocoPipe],
  templateUrl: './password-form.html',
  styleUrl: './page.scss',
})
export class PasswordForm {
  readonly email = input.required<string>();
  readonly submitLabel = input.required<string>();
  /** Does it. What it rejects with is told, but what `refused` takes over. */
  readonly send = input.required<(password: string) => Promise<unknown>>();
  readonly done = output();
  readonly refused = output<ProblemError>();

  private readonly field = viewChild.required(NewPassword);
  protected readonly password = newPasswordEntry();
  protected readonly attempt = attempt();
  private readonly tried = signal('');
  protected readonly fault = computed(() => {
    const problem = this.attempt.problem();
    const fault = problem && passwordFault(problem);
    return fault ? { password: this.tried(), fault } : null;
  });

  constructor() {
    inject(EnteringClient).ready();
    afterNextRender(() => this.field().focus());
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.attempt.blocked()) return;
    if (!this.password.complete()) {
      this.password.leave();
      return this.field().focus();
    }
    this.tried.set(this.password.text());
    const failure = await this.attempt.run(() => this.send()(this.tried()));
    if (failure === null) return this.done.emit();
    if (passwordFault(failure) !== null) this.field().select();
    this.refused.emit(failure);
  }
}
