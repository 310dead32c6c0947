import { Location } from '@angular/common';
import { afterNextRender, Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EnteringClient } from '@ceex/web-data-access/entering';
import { AttemptNotice, emailEntry, Field, FieldInput } from '@ceex/web-ui/form';
import { attempt } from '@ceex/web-data-access/start';
import { TranslocoPipe } from '@jsverse/transloco';
import { emailHandedOver } from '../forms/email-handed-over';

/** Asks for a letter with a link to set a new password. What it answers never tells whether there is an account. */
@Component({
  selector: 'ceex-request-reset',
  imports: [AttemptNotice, Field, FieldInput, RouterLink, TranslocoPipe],
  templateUrl: './request-reset.html',
  styleUrl: '../forms/page.scss',
})
export class RequestReset {
  private readonly client = inject(EnteringClient);
  private readonly address = viewChild<ElementRef<HTMLInputElement>>('address');
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly email = emailEntry(emailHandedOver(inject(Location).getState()));
  protected readonly attempt = attempt();
  /** The address that was sent; null before. */
  protected readonly sent = signal<string | null>(null);

  constructor() {
    this.client.ready();
    afterNextRender(() => this.address()?.nativeElement.focus());
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.attempt.blocked()) return;
    if (!this.email.complete()) {
      this.email.leave();
      return this.address()?.nativeElement.focus();
    }
    const email = this.email.text().trim();
    const failure = await this.attempt.run(() => this.client.requestReset(email));
    if (failure !== null) return;
    this.sent.set(email);
    this.heading().nativeElement.focus();
  }
}
