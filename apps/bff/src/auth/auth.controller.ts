import { bffRoutes, type Me } from '@ceex/contracts';
import { Contract, Failure, Input, type InputOf } from '@ceex/server';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AskSecondFactor } from '../second-factor/ask-second-factor';
import { cookieOf, REFRESH_COOKIE, SessionCookies } from '../sessions/session-cookies';
import { Sessions } from '../sessions/sessions';
import { emailOfBody, SlowedDown } from '../slow-down/slowed-down';
import { type Caller, meOf } from '../users/caller';
import { Users } from '../users/users';
import { CurrentCaller } from './current-caller';
import { FinishSignIn } from './finish-sign-in';
import { SignIn } from './sign-in';

@Controller()
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly askSecondFactor: AskSecondFactor,
    private readonly finishSignIn: FinishSignIn,
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
    private readonly users: Users,
  ) {}

  @Contract(bffRoutes.login)
  @SlowedDown({ name: 'sign-in', accountOf: emailOfBody })
  async login(
    @Input() { body }: InputOf<typeof bffRoutes.login>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const user = await this.signIn.run(body);
    await this.askSecondFactor.run(user, request, response);
    return this.finishSignIn.run(user, request, response);
  }

  @Contract(bffRoutes.refresh)
  async refresh(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Me> {
    const grant = await this.sessions.renew(cookieOf(request, REFRESH_COOKIE));
    if (!grant) {
      this.cookies.clear(response);
      throw new Failure('unauthenticated');
    }
    return this.finishSignIn.grant(grant, response);
  }

  @Contract(bffRoutes.logout)
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    // Either cookie may have gone already; what is left must not go on working.
    await this.sessions.endByToken(cookieOf(request, REFRESH_COOKIE));
    const sessionId = this.cookies.sessionIdOf(request);
    if (sessionId !== undefined) await this.sessions.end(sessionId);
    this.cookies.clear(response);
  }

  @Contract(bffRoutes.getMe)
  me(@CurrentCaller() caller: Caller): Me {
    return meOf(caller);
  }

  @Contract(bffRoutes.putLanguage)
  async putLanguage(
    @Input() { body: { language } }: InputOf<typeof bffRoutes.putLanguage>,
    @CurrentCaller() caller: Caller,
  ): Promise<Me> {
    await this.users.setLanguage(caller.userId, language);
    return meOf({ ...caller, language });
  }
}
