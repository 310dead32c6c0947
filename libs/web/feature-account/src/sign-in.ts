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
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { Session, toProblemError } from '@ceex/web-data-access';
import { Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { returnAddress } from './return-address';
import { waitTimer } from './wait-timer';

/** How long to wait where the server refuses more attempts without saying for how long. */
const DEFAULT_WAIT_SECONDS = 30;

/** Sign-in with e-mail address and password; leads back to the address that was asked for (`?return=`). */
@Component({
  selector: 'ceex-sign-in',
  imports: [
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatIconButton,
    MatInput,
    MatLabel,
    MatSuffix,
    Notice,
    TranslocoPipe,
  ],
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
  private readonly model = signal({ email: '', password: '' });

  protected readonly shown = signal(false);
  /** The code of what went wrong. */
  protected readonly problem = signal<string | null>(null);
  protected readonly wait = waitTimer();

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.email);
      email(path.email);
      required(path.password);
    },
    {
      submission: {
        action: () => this.signIn(),
        onInvalid: () => this.form().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );

  constructor() {
    afterNextRender(() => this.form.email().focusBoundControl());
  }

  private async signIn(): Promise<undefined> {
    this.problem.set(null);
    const { email, password } = this.model();
    try {
      await this.session.signIn({ email: email.trim(), password });
      await this.router.navigateByUrl(returnAddress(this.return()));
    } catch (failure) {
      const { code, retryAfterSeconds } = toProblemError(failure);
      // An address that the server takes for none cannot be anybody's either.
      this.problem.set(code === 'bad-request' ? 'wrong-credentials' : code);
      if (code === 'too-many-requests') this.wait.start(retryAfterSeconds ?? DEFAULT_WAIT_SECONDS);
      else this.password().nativeElement.select();
    }
    return undefined;
  }
}
