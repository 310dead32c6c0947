import { DOCUMENT, Injectable, inject } from '@angular/core';
import type { Me } from '@ceex/contracts';

/** What was kept of an answer, and when. */
export interface KeptAnswer {
  readonly body: unknown;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly keptAtMs: number;
}

/** One cache a user: what one may read is never even looked for in what was kept for another. */
const PREFIX = 'ceex-last-known:';
const USER = '/user';
const KEPT_AT = 'x-kept-at';
const MOST_ANSWERS = 60;

/**
 * The last answers of the server, kept on this device for the time without a connection: those of the signed-in user
 * alone, and only until that user signs out or the session ends. Where the browser keeps nothing, nothing is kept.
 */
@Injectable({ providedIn: 'root' })
export class LastKnown {
  private readonly caches = inject(DOCUMENT).defaultView?.caches;
  private owner: string | null = null;

  /** Whose answers are kept at the moment; null: nobody's. */
  get userId(): string | null {
    return this.owner;
  }

  /** From now on answers are kept for this user; what was kept for anybody else goes. */
  async belongTo(user: Me): Promise<void> {
    this.owner = user.userId;
    await this.drop((name) => name !== PREFIX + user.userId);
    await this.keep(user.userId, USER, user);
  }

  /** Forgets everything: nobody is signed in any more. */
  async forget(): Promise<void> {
    this.owner = null;
    await this.drop(() => true);
  }

  /** The user for whom answers are kept, before the server could be asked who it is. */
  async user(): Promise<{ readonly user: Me; readonly keptAtMs: number } | null> {
    const [name] = await this.names();
    const kept = name === undefined ? null : await this.read(name, USER);
    const { me } = await import('../account-schemas');
    const { data } = me.safeParse(kept?.body);
    if (kept === null || data === undefined || PREFIX + data.userId !== name) return null;
    this.owner = data.userId;
    return { user: data, keptAtMs: kept.keptAtMs };
  }

  /** Keeps an answer that was asked for by `userId`; nothing, if that user has left in the meantime. */
  async keep(userId: string, url: string, body: unknown): Promise<void> {
    const name = PREFIX + userId;
    try {
      if (this.owner !== userId) return;
      const cache = await this.caches?.open(name);
      const headers = { 'content-type': 'application/json', [KEPT_AT]: String(Date.now()) };
      await cache?.put(url, new Response(JSON.stringify(body), { headers }));
      const keys = (await cache?.keys()) ?? [];
      const oldest = keys.slice(0, Math.max(0, keys.length - MOST_ANSWERS));
      for (const key of oldest) if (!key.url.endsWith(USER)) await cache?.delete(key);
      // The user may have left while this was written.
      if (this.owner !== userId) await this.caches?.delete(name);
    } catch {
      // A full or blocked storage: then there is nothing to show without a connection.
    }
  }

  /** The last answer to `url` that was kept for the user at hand. */
  find(url: string): Promise<KeptAnswer | null> {
    return this.owner === null ? Promise.resolve(null) : this.read(PREFIX + this.owner, url);
  }

  private async read(name: string, url: string): Promise<KeptAnswer | null> {
    try {
      const answer = await (await this.caches?.open(name))?.match(url);
      return answer ? { body: await answer.json(), keptAtMs: Number(answer.headers.get(KEPT_AT)) } : null;
    } catch {
      return null;
    }
  }

  private async names(): Promise<string[]> {
    try {
      return ((await this.caches?.keys()) ?? []).filter((name) => name.startsWith(PREFIX));
    } catch {
      return [];
    }
  }

  private async drop(goes: (name: string) => boolean): Promise<void> {
    for (const name of (await this.names()).filter(goes)) await this.caches?.delete(name);
  }
}
