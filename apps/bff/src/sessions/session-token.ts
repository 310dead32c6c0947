import { JwtService } from '@nestjs/jwt';
import { z } from 'zod';

/** Issuer and audience of session tokens: a token that was made for the engine never opens a session. */
export const SESSION_ISSUER = 'ceex-bff';
export const SESSION_AUDIENCE = 'ceex-web';
export const SESSION_MINUTES = 10;

/** What a session token says: whose, and which session. Rights are never in it. */
export const sessionPayload = z.object({ sub: z.uuid(), sid: z.uuid() });
export type SessionPayload = z.infer<typeof sessionPayload>;

const jwt = new JwtService();

/** A session token (JWT, HS256) that holds for `SESSION_MINUTES`. */
export function signSession({ sub, sid }: SessionPayload, secret: string): string {
  return jwt.sign(
    { sub, sid },
    { secret, algorithm: 'HS256', issuer: SESSION_ISSUER, audience: SESSION_AUDIENCE, expiresIn: SESSION_MINUTES * 60 },
  );
}

/** The session of a token that `signSession` made, also of one that has expired; undefined for any other text. */
export function sessionOfToken(token: string, secret: string): string | undefined {
  try {
    const payload: unknown = jwt.verify(token, {
      secret,
      algorithms: ['HS256'],
      issuer: SESSION_ISSUER,
      audience: SESSION_AUDIENCE,
      ignoreExpiration: true,
    });
    return sessionPayload.safeParse(payload).data?.sid;
  } catch {
    return undefined;
  }
}
