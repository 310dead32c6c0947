import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Language } from '@ceex/contracts';
import { EnteringClient, type InvitationSeen } from '@ceex/web-data-access/entering';
import { attempt, type ProblemError, Session } from '@ceex/web-data-access/start';
import { AttemptNotice } from '@ceex/web-ui/form';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { PasswordForm } from '../forms/password-form';
import { checkedLink, isDead } from '../links/checked-link';
import { LinkFrame } from '../links/link-frame';

/**
 * What an invitation is for, and accepting it: with a new account, or with the one that its address has. Whoever has one
 * signs in first and comes back.
 */
@Component({
  selector: 'ceex-accept-invitation',
  imports: [AttemptNotice, LinkFrame, PasswordForm, RouterLink, TranslocoPipe],
  templateUrl: './accept-invitation.html',
  styleUrls: ['../forms/page.scss', './accept-invitation.scss'],
})
export class AcceptInvitation {
  private readonly client = inject(EnteringClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly texts = inject(TranslocoService);

  protected readonly link = checkedLink('accept-invitation', (token) => this.look(token));
  protected readonly attempt = attempt();
  protected readonly user = this.session.user;
  /** What is to be done here: by whom somebody is signed in, and whether the address has an account. */
  protected readonly way = computed(() => {
    const check = this.link.check();
    if (check.state !== 'open') return null;
    const user = this.user();
    if (user) return user.email === check.seen.email ? 'accept' : 'other';
    return check.seen.hasAccount ? 'sign-in' : 'new';
  });

  protected readonly send = async (password: string) => {
    const language = this.texts.getActiveLang() as Language;
    await this.session.enter(await this.client.acceptInvitation({ token: this.link.token(), password, language }));
  };

  protected async accept(): Promise<void> {
    if (this.attempt.blocked()) return;
    const failure = await this.attempt.run(async () =>
      this.session.enter(await this.client.acceptSignedIn(this.link.token())),
    );
    if (failure === null) return this.done();
    this.refused(failure);
  }

  protected async signOut(): Promise<void> {
    await this.attempt.run(() => this.session.signOut());
  }

  protected async done(): Promise<void> {
    this.link.used();
    await this.router.navigateByUrl('/', { replaceUrl: true });
  }

  protected refused(problem: ProblemError): void {
    if (isDead(problem)) this.link.dead();
    // The address has an account by now, or somebody else is signed in: the page shows the way on.
    else if (problem.code === 'conflict' || problem.code === 'forbidden') this.link.again();
  }

  private async look(token: string): Promise<InvitationSeen> {
    const [seen] = await Promise.all([this.client.lookAtInvitation(token), this.session.restore()]);
    return seen;
  }
}
