import { Location } from '@angular/common';
import {
  afterNextRender,
  booleanAttribute,
  Component,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AuthenticationResponse, SecondStep } from '@ceex/contracts';
import { attempt, type ProblemError, RuntimeConfig, Session } from '@ceex/web-data-access/start';
import { AttemptNotice, emailEntry, entry, Notice, PasswordField } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmailField } from '../forms/email-field';
import { emailHandedOver } from '../forms/email-handed-over';
import { PasskeysHere } from './passkeys-here';
import { returnAddress } from './return-address';
import { SecondStepForm } from './second-step-form';

/**
 * Sign-in with e-mail address and password and, where the account asks for it, a second step; or with a passkey alone.
 * Leads back to the address that was asked for (`?return=`).
 */
@Component({
  selector: 'ceex-sign-in',
  imports: [AttemptNotice, EmailField, Notice, PasswordField, RouterLink, SecondStepForm, TranslocoPipe],
  providers: [PasskeysHere],
  templateUrl: './sign-in.html',
  styleUrl: '../forms/page.scss',
})
export class SignIn {
  readonly return = input<string>();
  /** The session ran out while it was in use. */
  readonly ended = input(false, { transform: booleanAttribute });

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly injector = inject(Injector);
  protected readonly passkeys = inject(PasskeysHere);
  protected readonly config = inject(RuntimeConfig).value;
  private readonly password = viewChild(PasswordField);
  private readonly address = viewChild(EmailField);

  protected readonly email = emailEntry(emailHandedOver(inject(Location).getState()));
  protected readonly secret = entry((text) => text !== '');
  protected readonly attempt = attempt();
  /** The ways on after the right password; null before it. */
  protected readonly steps = signal<readonly SecondStep[] | null>(null);
  /** No passkey was chosen when somebody asked for one. */
  protected readonly noPasskey = signal(false);

  constructor() {
    afterNextRender(() => {
      if (this.email.complete()) this.password()?.focus();
      else this.address()?.focus();
      this.suggestPasskeys();
    });
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.attempt.blocked()) return;
    for (const [one, field] of [
      [this.email, this.address()],
      [this.secret, this.password()],
    ] as const) {
      if (one.complete()) continue;
      one.leave();
      return field?.focus();
    }
    this.noPasskey.set(false);
    const credentials = { email: this.email.text().trim(), password: this.secret.text() };
    const failure = await this.attempt.run(() => this.session.signIn(credentials));
    if (failure === null) return this.goOn();
    if (failure.code === 'second-factor-required') this.steps.set(failure.methods);
    else if (failure.code !== 'too-many-requests') this.password()?.select();
  }

  protected async usePasskey(): Promise<void> {
    if (this.attempt.blocked()) return;
    let chosen = true;
    const failure = await this.attempt.run(async () => {
      const answer = await this.passkeys.ask();
      chosen = answer !== null;
      if (answer !== null) await this.session.signInWithPasskey(answer);
    });
    this.noPasskey.set(!chosen && failure === null);
    if (failure === null && chosen) return this.goOn();
    this.suggestPasskeys();
  }

  /** From the second step back to the first one, perhaps because it took too long. */
  protected back(reason: ProblemError | null): void {
    this.steps.set(null);
    this.secret.set('');
    this.attempt.clear();
    // What stopped the second step is told at the first one.
    if (reason !== null) void this.attempt.run(() => Promise.reject(reason));
    afterNextRender(() => this.password()?.focus(), { injector: this.injector });
  }

  protected async goOn(): Promise<void> {
    await this.router.navigateByUrl(returnAddress(this.return()));
  }

  private suggestPasskeys(): void {
    void this.passkeys.suggest((answer) => void this.enterWith(answer));
  }

  private async enterWith(answer: AuthenticationResponse): Promise<void> {
    const failure = await this.attempt.run(() => this.session.signInWithPasskey(answer));
    if (failure === null) await this.goOn();
    else this.suggestPasskeys();
  }
}
