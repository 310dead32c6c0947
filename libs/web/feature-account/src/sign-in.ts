import {
  afterNextRender,
  booleanAttribute,
  Component,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { Session, toProblemError } from '@ceex/web-data-access/start';
import { Field, FieldInput, Notice } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { entry } from './entry';
import { returnAddress } from './return-address';
import { waitTimer } from './wait-timer';

/** How long to wait where the server refuses more attempts without saying for how long. */
const DEFAULT_WAIT_SECONDS = 30;

/** Sign-in with e-mail address and password; leads back to the address that was asked for (`?return=`). */
@Component({
  selector: 'ceex-sign-in',
  imports: [Field, FieldInput, Notice, TranslocoPipe],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
})
export class SignIn {
  readonly return = input<string>();
  /** The session ran out while it was in use. */
  readonly ended = input(false, { transform: booleanAttribute });

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');
  private readonly address = viewChild.required<ElementRef<HTMLInputElement>>('address');

  /** An address has something on both sides of its @; all else is for the server to say. */
  protected readonly email = entry((text) => /^\S+@\S+$/.test(text.trim()));
  protected readonly secret = entry((text) => text !== '');
  protected readonly running = signal(false);
  protected readonly shown = signal(false);
  /** The code of what went wrong. */
  protected readonly problem = signal<string | null>(null);
  protected readonly wait = waitTimer();

  constructor() {
    afterNextRender(() => this.address().nativeElement.focus());
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.running()) return;
    for (const [one, input] of [
      [this.email, this.address()],
      [this.secret, this.password()],
    ] as const) {
      if (one.complete()) continue;
      one.leave();
      return input.nativeElement.focus();
    }
    this.running.set(true);
    await this.signIn();
    this.running.set(false);
  }

  private async signIn(): Promise<void> {
    this.problem.set(null);
    try {
      await this.session.signIn({ email: this.email.text().trim(), password: this.secret.text() });
      await this.router.navigateByUrl(returnAddress(this.return()));
    } catch (failure) {
      const { code, retryAfterSeconds } = toProblemError(failure);
      // An address that the server takes for none cannot be anybody's either.
      this.problem.set(code === 'bad-request' ? 'wrong-credentials' : code);
      if (code === 'too-many-requests') this.wait.start(retryAfterSeconds ?? DEFAULT_WAIT_SECONDS);
      else this.password().nativeElement.select();
    }
  }
}
