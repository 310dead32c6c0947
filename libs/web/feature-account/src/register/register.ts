import { Component, inject } from '@angular/core';
import type { Language } from '@ceex/contracts';
import { EnteringClient } from '@ceex/web-data-access/entering';
import { RuntimeConfig } from '@ceex/web-data-access/start';
import { TranslocoService } from '@jsverse/transloco';
import { AddressRequest } from '../forms/address-request';

/** Asks for an account where anybody may. The address proves itself by a letter, and only then comes a password. */
@Component({
  selector: 'ceex-register',
  imports: [AddressRequest],
  template: `<ceex-address-request area="register" [send]="send" [closed]="!config().openRegistration" />`,
  styleUrl: '../forms/page.scss',
})
export class Register {
  private readonly client = inject(EnteringClient);
  private readonly texts = inject(TranslocoService);

  protected readonly config = inject(RuntimeConfig).value;
  protected readonly send = (email: string) => this.client.register(email, this.texts.getActiveLang() as Language);
}
