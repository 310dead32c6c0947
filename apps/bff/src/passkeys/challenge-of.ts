import { z } from 'zod';

const clientData = z.object({ challenge: z.string().regex(/^[\w-]{43}$/) });

/** The challenge that the browser says it answered; undefined where its data are no such thing. Nothing is proved yet. */
export function challengeOf(clientDataJSON: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    return clientData.safeParse(data).data?.challenge;
  } catch {
    return undefined;
  }
}
