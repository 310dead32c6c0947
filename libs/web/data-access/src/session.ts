import { Injectable, computed, inject, signal } from '@angular/core';
import type { Credentials, Me } from '@ceex/contracts';
import { AuthClient } from './auth-client';
import { toProblemError } from './problem-error';

/** Who is signed in: `undefined` until known, `null` for nobody. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly client = inject(AuthClient);
  private readonly current = signal<Me | null | undefined>(undefined);
  private restoring: Promise<Me | null> | null = null;
  private refreshing: Promise<boolean> | null = null;

  readonly user = this.current.asReadonly();
  readonly nodes = computed(() => this.current()?.nodes ?? []);
  readonly operates = computed(() => this.current()?.operates ?? []);

  /**
   * The user of the cookies the browser holds, asked for once. Rejects with a ProblemError when the server cannot be
   * reached: then nobody knows yet, and the next call asks again.
   */
  restore(): Promise<Me | null> {
    const user = this.current();
    if (user !== undefined) return Promise.resolve(user);
    this.restoring ??= this.ask().finally(() => (this.restoring = null));
    return this.restoring;
  }

  private async ask(): Promise<Me | null> {
    try {
      this.current.set(await this.client.me());
    } catch (failure) {
      const problem = toProblemError(failure);
      if (problem.status !== 401) throw problem;
      this.current.set(null);
    }
    return this.current() ?? null;
  }

  /** Signs in. Rejects with a ProblemError. */
  async signIn(credentials: Credentials): Promise<Me> {
    const user = await this.client.signIn(credentials);
    this.current.set(user);
    return user;
  }

  /** Signs out. Rejects with a ProblemError when the server could not end the session: then it still holds. */
  async signOut(): Promise<void> {
    await this.client.signOut();
    this.current.set(null);
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
      this.current.set(await this.client.refresh());
      return true;
    } catch (failure) {
      const problem = toProblemError(failure);
      if (problem.status !== 401 && problem.status !== 403) throw problem;
      this.current.set(null);
      return false;
    }
  }

  /** Keeps the language with the user, where one is signed in. */
  async keepLanguage(language: Me['language']): Promise<void> {
    const user = this.current();
    if (user && user.language !== language) this.current.set(await this.client.setLanguage(language));
  }
}
