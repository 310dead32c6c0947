import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EnteringClient } from '@ceex/web-data-access/entering';
import { type ProblemError, Session } from '@ceex/web-data-access/start';
import { TranslocoPipe } from '@jsverse/transloco';
import { PasswordForm } from '../forms/password-form';
import { checkedLink, isDead } from '../links/checked-link';
import { LinkFrame } from '../links/link-frame';

/** Sets a new password with the link of a letter; everybody who was signed in has to sign in again. */
@Component({
  selector: 'ceex-reset-password',
  imports: [LinkFrame, PasswordForm, RouterLink, TranslocoPipe],
  templateUrl: './reset-password.html',
  styleUrl: '../forms/page.scss',
})
export class ResetPassword {
  private readonly client = inject(EnteringClient);
  private readonly session = inject(Session);

  protected readonly link = checkedLink('reset-password', (token) => this.client.openResetLink(token));
  protected readonly isSet = signal(false);
  protected readonly send = (password: string) => this.client.resetPassword(this.link.token(), password);

  protected async done(): Promise<void> {
    this.link.used();
    this.isSet.set(true);
    await this.session.over();
  }

  protected refused(problem: ProblemError): void {
    if (isDead(problem)) this.link.dead();
  }
}
