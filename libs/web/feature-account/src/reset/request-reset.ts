import { Component, inject } from '@angular/core';
import { EnteringClient } from '@ceex/web-data-access/entering';
import { AddressRequest } from '../forms/address-request';

/** Asks for a letter with a link to set a new password. What it answers never tells whether there is an account. */
@Component({
  selector: 'ceex-request-reset',
  imports: [AddressRequest],
  template: `<ceex-address-request area="requestReset" [send]="send" />`,
  styleUrl: '../forms/page.scss',
})
export class RequestReset {
  private readonly client = inject(EnteringClient);
  protected readonly send = (email: string) => this.client.requestReset(email);
}
