import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SessionKeys } from './session-keys';
import { SESSION_AUDIENCE, type SessionPayload, sessionPayload } from './session-token';

const MAX_KNOWN = 10_000;
const dated = sessionPayload.extend({ exp: z.int() });

interface Known extends SessionPayload {
  readonly expiresAtMs: number;
}

/**
 * Reads session tokens and remembers the true ones until they expire, so that a signature is checked once and not with
 * every request of its session. Whether the session still lives is never in a token, and is asked elsewhere each time.
 */
@Injectable()
export class KnownSessionTokens {
  /** In the order of their last use, the longest unused first. */
  private readonly known = new Map<string, Known>();

  constructor(private readonly keys: SessionKeys) {}

  /** Whose token it is, and of which session; undefined for any text that is not a session token that still holds. */
  read(token: string, nowMs = Date.now()): SessionPayload | undefined {
    const known = this.known.get(token) ?? this.verify(token);
    if (!known) return undefined;
    this.known.delete(token);
    if (known.expiresAtMs <= nowMs) return undefined;
    this.known.set(token, known);
    if (this.known.size > MAX_KNOWN) this.forgetOldest();
    return known;
  }

  private verify(token: string): Known | undefined {
    const { data } = dated.safeParse(this.keys.read(token, SESSION_AUDIENCE));
    return data && { sub: data.sub, sid: data.sid, expiresAtMs: data.exp * 1_000 };
  }

  private forgetOldest(): void {
    const [oldest] = this.known.keys();
    if (oldest !== undefined) this.known.delete(oldest);
  }
}
