import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import type { AuthenticationResponse, Credentials, Me, SecondFactorProof } from '@ceex/contracts';
import { SIGNED_IN_HINT } from '@ceex/contracts/constants';
import { AuthClient } from './auth-client';
import { Connection } from './last-known/connection';
import { LastKnown } from './last-known/last-known';
import { isAway } from './last-known/last-known-interceptor';
import { toProblemError } from './problem-error';

/** Who is signed in: `undefined` until known, `null` for nobody. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly document = inject(DOCUMENT);
  private readonly client = inject(AuthClient);
  private readonly lastKnown = inject(LastKnown);
  private readonly connection = inject(Connection);
  private readonly current = signal<Me | null | undefined>(undefined, { equal: isSame });
  private restoring: Promise<Me | null> | null = null;
  private refreshing: Promise<boolean> | null = null;

  private readonly left = signal(false);

  readonly user = this.current.asReadonly();
  /** Where nobody is signed in any more: by what was done here or in another tab, not because the session ran out. */
  readonly endedByChoice = this.left.asReadonly();
  readonly nodes = computed(() => this.current()?.nodes ?? []);
  readonly operates = computed(() => this.current()?.operates ?? []);
  readonly administers = computed(() => this.current()?.administers ?? false);

  /**
   * The user of the cookies the browser holds, asked for once. Where the server cannot be reached, the user for whom
   * this device keeps the last known state; without one it rejects with a ProblemError, and the next call asks again.
   */
  restore(): Promise<Me | null> {
    const user = this.current();
    if (user !== undefined) return Promise.resolve(user);
    this.restoring ??= this.ask().finally(() => (this.restoring = null));
    return this.restoring;
  }

  /** Whether this browser may hold a session. False: surely not, and there is no need to ask. */
  mayBeSignedIn(): boolean {
    return this.document.cookie.split('; ').some((cookie) => cookie.startsWith(`${SIGNED_IN_HINT}=`));
  }

  private async ask(): Promise<Me | null> {
    if (!this.mayBeSignedIn()) {
      await this.become(null);
      return null;
    }
    try {
      await this.become(await this.client.me());
    } catch (failure) {
      const problem = toProblemError(failure);
      const kept = isAway(problem) ? await this.lastKnown.user() : null;
      if (kept) {
        this.connection.lost(kept.keptAtMs);
        this.current.set(kept.user);
      } else if (problem.status === 401) await this.become(null);
      else throw problem;
    }
    return this.current() ?? null;
  }

  /** Signs in. Rejects with a ProblemError; `second-factor-required` names the ways on. */
  async signIn(credentials: Credentials): Promise<void> {
    await this.become(await this.client.signIn(credentials));
  }

  /** The step after the right password. Rejects with a ProblemError. */
  async secondStep(proof: SecondFactorProof): Promise<void> {
    await this.become(await this.client.secondStep(proof));
  }

  /** Signs in with what a passkey signed. Rejects with a ProblemError. */
  async signInWithPasskey(response: AuthenticationResponse): Promise<void> {
    await this.become(await this.client.signInWithPasskey(response));
  }

  /** The server's answer to another call made `user` the user of this browser, or told of their new rights. */
  enter(user: Me): Promise<void> {
    return this.become(user);
  }

  /** Whose the session is by now: rights and addresses change elsewhere too. Rejects with a ProblemError. */
  async askAgain(): Promise<Me | null> {
    if (!this.mayBeSignedIn()) await this.become(null);
    else await this.become(await this.client.me().catch(nobodyWhereRefused));
    return this.current() ?? null;
  }

  /** What was done ended the session, at the server too. */
  over(): Promise<void> {
    this.left.set(true);
    return this.become(null);
  }

  /** Signs out. Rejects with a ProblemError when the server could not end the session: then it still holds. */
  async signOut(): Promise<void> {
    await this.client.signOut();
    await this.over();
  }

  /**
   * Exchanges the refresh cookie for a new session, once for all calls that wait for it. False: the session is over.
   * Rejects when that could not be found out.
   */
  refresh(): Promise<boolean> {
    this.refreshing ??= this.exchange().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async exchange(): Promise<boolean> {
    try {
      await this.become(await this.client.refresh());
      return true;
    } catch (failure) {
      const problem = toProblemError(failure);
      if (problem.status !== 401 && problem.status !== 403) throw problem;
      await this.become(null);
      return false;
    }
  }

  /** What is kept on this device belongs to the new user alone before anything of theirs is on the screen. */
  private async become(user: Me | null): Promise<void> {
    if (user === null) await this.lastKnown.forget();
    else {
      await this.lastKnown.belongTo(user);
      this.left.set(false);
    }
    this.current.set(user);
  }

  /** Keeps the language with the user, where one is signed in. */
  async keepLanguage(language: Me['language']): Promise<void> {
    const user = this.current();
    if (user && user.language !== language) this.current.set(await this.client.setLanguage(language));
  }
}

function nobodyWhereRefused(failure: unknown): null {
  const problem = toProblemError(failure);
  if (problem.status === 401) return null;
  throw problem;
}

/** The server says the same again with every refresh; nothing is to be loaded anew for that. */
function isSame(one: Me | null | undefined, other: Me | null | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
