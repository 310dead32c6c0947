import { Location } from '@angular/common';
import { afterNextRender, Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Language } from '@ceex/contracts';
import { EnteringClient } from '@ceex/web-data-access/entering';
import { attempt, RuntimeConfig } from '@ceex/web-data-access/start';
import { AttemptNotice, emailEntry, Field, FieldInput } from '@ceex/web-ui/form';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { emailHandedOver } from '../forms/email-handed-over';

/** Asks for an account where anybody may. The address proves itself by a letter, and only then comes a password. */
@Component({
  selector: 'ceex-register',
  imports: [AttemptNotice, Field, FieldInput, RouterLink, TranslocoPipe],
  templateUrl: './register.html',
  styleUrl: '../forms/page.scss',
})
export class Register {
  private readonly client = inject(EnteringClient);
  private readonly texts = inject(TranslocoService);
  private readonly address = viewChild<ElementRef<HTMLInputElement>>('address');
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly config = inject(RuntimeConfig).value;
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
    const language = this.texts.getActiveLang() as Language;
    const failure = await this.attempt.run(() => this.client.register(email, language));
    if (failure !== null) return;
    this.sent.set(email);
    this.heading().nativeElement.focus();
  }
}
