import { bffRoutes, type CreationOptions } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentCaller } from '../auth/current-caller';
import { SlowedDown, userOfSession } from '../slow-down/slowed-down';
import type { Caller } from '../users/caller';
import { KeepPasskey } from './keep-passkey';
import { ListPasskeys } from './list-passkeys';
import { OfferRegistration } from './offer-registration';
import { RemovePasskey } from './remove-passkey';
import { RenamePasskey } from './rename-passkey';
import { RequirePassword } from './require-password';

type Passkeys = OutputOf<typeof bffRoutes.listPasskeys>;

/** The own passkeys. */
@Controller()
export class PasskeysController {
  constructor(
    private readonly requirePassword: RequirePassword,
    private readonly list: ListPasskeys,
    private readonly offer: OfferRegistration,
    private readonly keep: KeepPasskey,
    private readonly renamePasskey: RenamePasskey,
    private readonly removePasskey: RemovePasskey,
  ) {}

  @Contract(bffRoutes.listPasskeys)
  read(@CurrentCaller() { userId }: Caller): Promise<Passkeys> {
    return this.list.run(userId);
  }

  @Contract(bffRoutes.passkeyRegisterOptions)
  @SlowedDown({ name: 'password', accountOf: userOfSession })
  async options(
    @Input() { body }: InputOf<typeof bffRoutes.passkeyRegisterOptions>,
    @CurrentCaller() caller: Caller,
    @Req() request: Request,
  ): Promise<CreationOptions> {
    await this.requirePassword.run(caller, body.password, request);
    return this.offer.run(caller);
  }

  @Contract(bffRoutes.registerPasskey)
  @SlowedDown({ name: 'passkey', accountOf: userOfSession })
  async register(
    @Input() { body }: InputOf<typeof bffRoutes.registerPasskey>,
    @CurrentCaller() caller: Caller,
  ): Promise<Passkeys> {
    await this.keep.run(caller, body.name, body.response);
    return this.list.run(caller.userId);
  }

  @Contract(bffRoutes.renamePasskey)
  async rename(
    @Input() { params, body }: InputOf<typeof bffRoutes.renamePasskey>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<Passkeys> {
    await this.renamePasskey.run(userId, params.passkeyId, body.name);
    return this.list.run(userId);
  }

  @Contract(bffRoutes.removePasskey)
  @SlowedDown({ name: 'password', accountOf: userOfSession })
  async remove(
    @Input() { params, body }: InputOf<typeof bffRoutes.removePasskey>,
    @CurrentCaller() caller: Caller,
    @Req() request: Request,
  ): Promise<Passkeys> {
    await this.requirePassword.run(caller, body.password, request);
    await this.removePasskey.run(caller.userId, params.passkeyId);
    return this.list.run(caller.userId);
  }
}
