import { Injectable, inject } from '@angular/core';
import type { EmailChangeState, lookAtInvitation, Me } from '@ceex/contracts';
import { BffCaller, type AnswerOf } from '../calls/bff-caller';

/** What a link invites to. */
export type InvitationSeen = AnswerOf<(typeof lookAtInvitation)['schemas']>;
/** For whom a link is, where the server says so. */
export interface OpenLink {
  readonly email: string;
}
/** An account that is to be made by a link. */
export interface NewAccount {
  readonly token: string;
  readonly password: string;
  readonly language: Me['language'];
}

/** What people do before they are signed in, but signing in itself. All calls reject with a ProblemError. */
@Injectable({ providedIn: 'root' })
export class EnteringClient {
  private readonly bff = inject(BffCaller);

  /** Loads what calls need, so that the first one need not wait for it. */
  ready(): void {
    routes().catch(() => undefined);
  }

  async requestReset(email: string): Promise<void> {
    await this.bff.call((await routes()).requestResetEmail, { email });
  }

  /** Null: the link does not work (any more). */
  async openResetLink(token: string): Promise<OpenLink | null> {
    return opened(await this.bff.call((await routes()).checkResetLink, { token }));
  }

  async resetPassword(token: string, password: string): Promise<void> {
    await this.bff.call((await routes()).resetPassword, { token, password });
  }

  async register(email: string, language: Me['language']): Promise<void> {
    await this.bff.call((await routes()).register, { email, language });
  }

  /** Null: the link does not work (any more). */
  async openRegistrationLink(token: string): Promise<OpenLink | null> {
    return opened(await this.bff.call((await routes()).checkRegistrationLink, { token }));
  }

  async completeRegistration(account: NewAccount): Promise<Me> {
    return this.bff.call((await routes()).completeRegistration, account);
  }

  /** To which address the letter of the link went. Null: the link does not work (any more). */
  async openEmailLink(token: string): Promise<'old' | 'new' | null> {
    const { usable, sentTo } = await this.bff.call((await routes()).checkEmailLink, { token });
    return usable ? (sentTo ?? 'new') : null;
  }

  async confirmEmail(token: string, answer: 'confirm' | 'object'): Promise<EmailChangeState> {
    return (await this.bff.call((await routes()).confirmEmail, { token, answer })).state;
  }

  async lookAtInvitation(token: string): Promise<InvitationSeen> {
    return this.bff.call((await routes()).lookAtInvitation, { token });
  }

  async acceptInvitation(account: NewAccount): Promise<Me> {
    return this.bff.call((await routes()).acceptInvitation, account);
  }

  async acceptSignedIn(token: string): Promise<Me> {
    return this.bff.call((await routes()).acceptInvitationSignedIn, { token });
  }
}

function routes(): Promise<typeof import('./entering-routes')> {
  return import('./entering-routes');
}

function opened({ usable, email }: { usable: boolean; email?: string | undefined }): OpenLink | null {
  return usable ? { email: email ?? '' } : null;
}
