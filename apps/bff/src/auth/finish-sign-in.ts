import type { Me } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { deviceName } from '../sessions/device-name';
import { cookieOf, REFRESH_COOKIE, SessionCookies } from '../sessions/session-cookies';
import { type Grant, Sessions } from '../sessions/sessions';
import { KnownDevices } from '../slow-down/known-devices';
import { SlowDown } from '../slow-down/slow-down';
import { meOf } from '../users/caller';
import { Callers } from '../users/callers';
import { type KnownUser, Users } from '../users/users';

/** The last step of every way to sign in: whoever comes here has proved who they are, with all that was asked of them. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
    private readonly callers: Callers,
    private readonly slowDown: SlowDown,
    private readonly devices: KnownDevices,
  ) {}

  /**
   * Begins a session of the user, gives its cookies to the browser and forgives its tries. Throws `wrong-credentials`
   * where another password was set since this one proved who they are: that ended all sessions, and must miss none.
   */
  async run(user: KnownUser, request: Request, response: Response): Promise<Me> {
    const grant = await this.begin(user, deviceName(request.headers['user-agent']));
    // Whoever signs in anew leaves the session that this browser had.
    await this.sessions.endByToken(cookieOf(request, REFRESH_COOKIE));
    const me = await this.grant(grant, response);
    await this.slowDown.forgiveAll(request);
    await this.slowDown.forgive({ name: 'sign-in', counted: 'account', subject: me.email });
    this.devices.remember(request, response, me.email, user.id);
    return me;
  }

  private begin(user: KnownUser, device: string): Promise<Grant> {
    return this.dataSource.transaction(async (manager) => {
      if (!(await this.users.keepsPassword(manager, user))) throw new Failure('wrong-credentials');
      return this.sessions.begin(user.id, device, new Date(), manager);
    });
  }

  /** Gives the cookies of a session to its browser. */
  async grant(grant: Grant, response: Response): Promise<Me> {
    const caller = await this.callers.find(grant.sessionId, grant.userId);
    if (!caller) throw new Failure('unauthenticated');
    this.cookies.set(response, grant);
    return meOf(caller);
  }
}
