import { Secret, TOTP } from 'otpauth';

/** Seconds of a time step. All of this is what every authenticator app takes (RFC 6238 with SHA-1 and six digits). */
export const STEP_S = 30;
const SECRET_BYTES = 20;
/** A clock may be wrong by one step to either side. */
const WINDOW = 1;

export interface NewTotp {
  readonly bytes: Uint8Array;
  /** Base32. */
  readonly secret: string;
  readonly uri: string;
}

/** A new random secret; the app lists it as `issuer` and the account's address. */
export function newTotp(issuer: string, email: string): NewTotp {
  const secret = new Secret({ size: SECRET_BYTES });
  // A colon divides issuer and account in the label, so the issuer must have none.
  const totp = new TOTP({ issuer: issuer.replaceAll(':', ' '), label: email, secret });
  return { bytes: secret.bytes, secret: secret.base32, uri: totp.toString() };
}

/** The time step whose code this is, at most one from `now`'s; undefined for a wrong code. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const bytes = Uint8Array.from(secret);
  const delta = TOTP.validate({ token: code, secret: new Secret({ buffer: bytes.buffer }), timestamp, window: WINDOW });
  return delta === null ? undefined : TOTP.counter({ timestamp }) + delta;
}
