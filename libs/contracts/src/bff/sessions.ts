import * as z from 'zod';
import { route } from '../route';

/**
 * A sign-in on one device. `device` names browser and system ("Firefox on Linux") as they were at sign-in; neither the
 * browser's full description nor its network address is kept.
 */
export const sessionOfMine = z
  .object({
    sessionId: z.uuid(),
    device: z.string(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    /** The session that asks. */
    current: z.boolean(),
    /** Set where the session was ended because a token of it was used a second time: perhaps somebody copied it. */
    endedForReuseAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Session' });
export type SessionOfMine = z.infer<typeof sessionOfMine>;

/** No list has more; the latest used come first. */
export const MAX_SESSIONS_LISTED = 100;

export const getSessions = route({
  method: 'GET',
  path: '/api/auth/sessions',
  access: 'signed-in',
  summary: 'The own living sessions, and those that ended lately because a token of theirs was used twice',
  schemas: { response: z.object({ sessions: z.array(sessionOfMine) }) },
});

export const endSession = route({
  method: 'DELETE',
  path: '/api/auth/sessions/:sessionId',
  access: 'signed-in',
  summary: 'End one of the own sessions; not-found for anybody else’s',
  schemas: { params: z.strictObject({ sessionId: z.uuid() }) },
});

export const endOtherSessions = route({
  method: 'DELETE',
  path: '/api/auth/sessions',
  access: 'signed-in',
  summary: 'End all own sessions but the one that asks',
  schemas: {},
});
