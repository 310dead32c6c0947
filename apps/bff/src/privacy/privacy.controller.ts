import { bffRoutes, type KeptAfterDeletion } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CurrentCaller } from '../auth/current-caller';
import { SessionCookies } from '../sessions/session-cookies';
import { SlowedDown, userOfSession } from '../slow-down/slowed-down';
import type { Caller } from '../users/caller';
import { DeleteAccount } from './delete-account';
import { WriteMyData } from './write-my-data';

@Controller()
export class PrivacyController {
  constructor(
    private readonly writeMyData: WriteMyData,
    private readonly deleteAccount: DeleteAccount,
    private readonly cookies: SessionCookies,
  ) {}

  @Contract(bffRoutes.getMyData)
  @SlowedDown({ name: 'my-data', accountOf: userOfSession })
  async data(@CurrentCaller() caller: Caller, @Res() response: Response): Promise<void> {
    const text = this.writeMyData.run(caller);
    const first = await text.next();
    response.status(200).type('application/json').attachment('my-data.json');
    response.write(first.value);
    // A browser that leaves, or an engine that falls silent midway, breaks the file off: it is no valid JSON then.
    await pipeline(Readable.from(text), response).catch(() => response.destroy());
  }

  @Contract(bffRoutes.deleteMe)
  @SlowedDown({ name: 'password', accountOf: userOfSession })
  async delete(
    @Input() { body }: InputOf<typeof bffRoutes.deleteMe>,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ kept: KeptAfterDeletion[] }> {
    const kept = await this.deleteAccount.run(caller, body.password);
    this.cookies.clear(response);
    return { kept: [...kept] };
  }
}
