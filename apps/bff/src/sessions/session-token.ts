import { z } from 'zod';
import type { SessionKeys } from './session-keys';

/** Audience of session tokens: one that was made for the engine, or for a second factor, never opens a session. */
export const SESSION_AUDIENCE = 'ceex-web';
export const SESSION_MINUTES = 10;

/** What a session token says: whose, and which session. Rights are never in it. */
export const sessionPayload = z.object({ sub: z.uuid(), sid: z.uuid() });
export type SessionPayload = z.infer<typeof sessionPayload>;

/** A session token that holds for `SESSION_MINUTES`. */
export function signSession({ sub, sid }: SessionPayload, keys: SessionKeys): string {
  return keys.sign({ sub, sid }, { audience: SESSION_AUDIENCE, seconds: SESSION_MINUTES * 60 });
}

/** The session of a token that `signSession` made, also of one that has expired; undefined for any other text. */
export function sessionOfToken(token: string, keys: SessionKeys): string | undefined {
  return sessionPayload.safeParse(keys.read(token, SESSION_AUDIENCE, { expiredToo: true })).data?.sid;
}
