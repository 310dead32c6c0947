import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EmailChangeState } from '@ceex/contracts';
import { EnteringClient } from '@ceex/web-data-access/entering';
import { attempt, Session } from '@ceex/web-data-access/start';
import { AttemptNotice } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { checkedLink, isDead } from '../links/checked-link';
import { LinkFrame } from '../links/link-frame';

type Answer = 'confirm' | 'object';

/** What the reader of either mailbox says to a changed e-mail address: yes, or that it was not they who asked for it. */
@Component({
  selector: 'ceex-confirm-email',
  imports: [AttemptNotice, LinkFrame, RouterLink, TranslocoPipe],
  templateUrl: './confirm-email.html',
  styleUrl: '../forms/page.scss',
})
export class ConfirmEmail {
  private readonly client = inject(EnteringClient);
  private readonly session = inject(Session);

  protected readonly link = checkedLink('confirm-email', (token) => this.client.openEmailLink(token));
  protected readonly attempt = attempt();
  /** How it ended; null before an answer. `objected`: stopped by this answer, not by the other mailbox. */
  protected readonly outcome = signal<EmailChangeState | 'objected' | null>(null);

  protected async answer(answer: Answer): Promise<void> {
    if (this.attempt.blocked()) return;
    const failure = await this.attempt.run(async () => {
      const state = await this.client.confirmEmail(this.link.token(), answer);
      this.outcome.set(answer === 'object' ? 'objected' : state);
    });
    if (failure !== null) {
      if (isDead(failure)) this.link.dead();
      return;
    }
    this.link.used();
    await this.session.askAgain().catch(() => undefined);
  }
}
