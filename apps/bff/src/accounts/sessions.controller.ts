import { bffRoutes, type SessionOfMine } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CurrentCaller } from '../auth/current-caller';
import { SessionCookies } from '../sessions/session-cookies';
import type { Caller } from '../users/caller';
import { OwnSessions } from './own-sessions';

@Controller()
export class SessionsController {
  constructor(
    private readonly own: OwnSessions,
    private readonly cookies: SessionCookies,
  ) {}

  @Contract(bffRoutes.getSessions)
  async list(@CurrentCaller() caller: Caller): Promise<{ sessions: SessionOfMine[] }> {
    return { sessions: await this.own.list(caller) };
  }

  @Contract(bffRoutes.endSession)
  async end(
    @Input() { params }: InputOf<typeof bffRoutes.endSession>,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.own.end(caller, params.sessionId);
    if (params.sessionId === caller.sessionId) this.cookies.clear(response);
  }

  @Contract(bffRoutes.endOtherSessions)
  async endOthers(@CurrentCaller() caller: Caller): Promise<void> {
    await this.own.endOthers(caller);
  }
}
