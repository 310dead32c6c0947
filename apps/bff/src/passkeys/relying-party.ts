import { Inject, Injectable } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';

/** Who we are to an authenticator: passkeys belong to the host of `PUBLIC_URL` and are answered on its pages only. */
@Injectable()
export class RelyingParty {
  readonly name: string;
  readonly id: string;
  readonly origin: string;

  constructor(@Inject(BFF_CONFIG) { PRODUCT_NAME, PUBLIC_URL }: Pick<BffConfig, 'PRODUCT_NAME' | 'PUBLIC_URL'>) {
    const { hostname, origin } = new URL(PUBLIC_URL);
    this.name = PRODUCT_NAME;
    this.id = hostname;
    this.origin = origin;
  }
}
