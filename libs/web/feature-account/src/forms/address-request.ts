import { Location } from '@angular/common';
import { afterNextRender, Component, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EnteringClient } from '@ceex/web-data-access/entering';
import { attempt } from '@ceex/web-data-access/start';
import { AttemptNotice, emailEntry } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmailField } from './email-field';
import { emailHandedOver } from './email-handed-over';

/** Asks for an address that a letter goes to, sends it, and says where to look then, whether there is an account or not. */
@Component({
  selector: 'ceex-address-request',
  imports: [AttemptNotice, EmailField, RouterLink, TranslocoPipe],
  templateUrl: './address-request.html',
  styleUrl: './page.scss',
})
export class AddressRequest {
  /** What its texts are below, in the area `account`: `title`, `text`, `submit`, `sent`, and `closed` where it can be. */
  readonly area = input.required<string>();
  /** Asks for the letter. What it rejects with is told. */
  readonly send = input.required<(email: string) => Promise<unknown>>();
  /** Nobody may ask for it here. */
  readonly closed = input(false);

  private readonly field = viewChild(EmailField);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly email = emailEntry(emailHandedOver(inject(Location).getState()));
  protected readonly attempt = attempt();
  /** The address that was sent; null before. */
  protected readonly sent = signal<string | null>(null);

  constructor() {
    inject(EnteringClient).ready();
    afterNextRender(() => this.field()?.focus());
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.attempt.blocked()) return;
    if (!this.email.complete()) {
      this.email.leave();
      return this.field()?.focus();
    }
    const email = this.email.text().trim();
    const failure = await this.attempt.run(() => this.send()(email));
    if (failure !== null) return;
    this.sent.set(email);
    this.heading().nativeElement.focus();
  }
}
