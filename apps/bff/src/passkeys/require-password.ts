import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { ConfirmPassword } from '../second-factor/confirm-password';
import { Session } from '../sessions/session.entity';
import type { Caller } from '../users/caller';

/** For so long after a sign-in nobody is asked for the password again. */
export const FRESH_MINUTES = 5;

/** Lets passkeys be changed only by who signed in just now, or gives the password again: not by a session left open. */
@Injectable()
export class RequirePassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly confirmPassword: ConfirmPassword,
  ) {}

  /** Throws `wrong-password`, or `password-required` where none came and the sign-in was a while ago. */
  async run(
    { userId, sessionId }: Caller,
    password: string | undefined,
    request: Request,
    now = new Date(),
  ): Promise<void> {
    if (password !== undefined) return this.confirmPassword.run(userId, password, request);
    const session = await this.dataSource.getRepository(Session).findOneBy({ id: sessionId });
    const oldest = now.getTime() - FRESH_MINUTES * 60_000;
    if (!session || session.createdAt.getTime() < oldest) throw new Failure('password-required');
  }
}
