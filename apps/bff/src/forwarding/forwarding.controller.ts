import { ENGINE_PREFIX } from '@ceex/contracts';
import { Access } from '@ceex/server';
import { All, Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentCaller } from '../auth/current-caller';
import type { Caller } from '../users/caller';
import { Forward } from './forward';

/** Takes every call below `/api/engine` of anybody who is signed in; the allow-list says which go further. */
@Controller(ENGINE_PREFIX)
export class ForwardingController {
  constructor(private readonly forward: Forward) {}

  @All(['', '*path'])
  @Access('signed-in')
  take(@Req() request: Request, @Res() response: Response, @CurrentCaller() caller: Caller): Promise<void> {
    return this.forward.run(request, response, caller);
  }
}
