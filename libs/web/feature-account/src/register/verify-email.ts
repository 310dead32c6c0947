import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Language } from '@ceex/contracts';
import { EnteringClient } from '@ceex/web-data-access/entering';
import { type ProblemError, RuntimeConfig, Session } from '@ceex/web-data-access/start';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { PasswordForm } from '../forms/password-form';
import { checkedLink, isDead } from '../links/checked-link';
import { LinkFrame } from '../links/link-frame';

/** Makes the account of a registration letter: the address is proved by the link, the password is chosen here. */
@Component({
  selector: 'ceex-verify-email',
  imports: [LinkFrame, PasswordForm, RouterLink, TranslocoPipe],
  templateUrl: './verify-email.html',
  styleUrl: '../forms/page.scss',
})
export class VerifyEmail {
  private readonly client = inject(EnteringClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly texts = inject(TranslocoService);

  protected readonly config = inject(RuntimeConfig).value;
  protected readonly link = checkedLink('verify-email', (token) => this.client.openRegistrationLink(token));
  /** Somebody made an account with the address in the meantime. */
  protected readonly taken = signal(false);
  protected readonly send = async (password: string) => {
    const language = this.texts.getActiveLang() as Language;
    await this.session.enter(await this.client.completeRegistration({ token: this.link.token(), password, language }));
  };

  protected async done(): Promise<void> {
    this.link.used();
    await this.router.navigateByUrl('/', { replaceUrl: true });
  }

  protected refused(problem: ProblemError): void {
    if (problem.code === 'conflict') this.taken.set(true);
    if (isDead(problem)) this.link.dead();
  }
}
