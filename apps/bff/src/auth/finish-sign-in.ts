import type { Me } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { deviceName } from '../sessions/device-name';
import { cookieOf, REFRESH_COOKIE, SessionCookies } from '../sessions/session-cookies';
import { type Grant, Sessions } from '../sessions/sessions';
import { KnownDevices } from '../slow-down/known-devices';
import { SlowDown } from '../slow-down/slow-down';
import { meOf } from '../users/caller';
import { Callers } from '../users/callers';

/** The last step of every way to sign in: whoever comes here has proved who they are, with all that was asked of them. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
    private readonly callers: Callers,
    private readonly slowDown: SlowDown,
    private readonly devices: KnownDevices,
  ) {}

  /** Begins a session of the user, gives its cookies to the browser and forgives its tries. */
  async run(userId: string, request: Request, response: Response): Promise<Me> {
    const grant = await this.sessions.begin(userId, deviceName(request.headers['user-agent']));
    // Whoever signs in anew leaves the session that this browser had.
    await this.sessions.endByToken(cookieOf(request, REFRESH_COOKIE));
    const me = await this.grant(grant, response);
    await this.slowDown.forgiveAll(request);
    await this.slowDown.forgive({ name: 'sign-in', counted: 'account', subject: me.email });
    this.devices.remember(request, response, me.email, userId);
    return me;
  }

  /** Gives the cookies of a session to its browser. */
  async grant(grant: Grant, response: Response): Promise<Me> {
    const caller = await this.callers.find(grant.sessionId, grant.userId);
    if (!caller) throw new Failure('unauthenticated');
    this.cookies.set(response, grant);
    return meOf(caller);
  }
}
