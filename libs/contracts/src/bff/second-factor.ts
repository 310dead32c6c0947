import * as z from 'zod';
import { route } from '../route';
import { me } from './auth';
import { SECOND_STEP_PATH } from './constants';

/** How many recovery codes an account gets at a time. */
export const RECOVERY_CODES = 10;
/** Minutes from the right password to the second step; then one signs in anew. */
export const PENDING_MINUTES = 5;
/** Wrong second steps after one right password; then one signs in anew. */
export const PENDING_TRIES = 5;

const password = z.string().min(1).max(256);
/** Six digits of an authenticator app; people type them with a space in the middle. */
const totpCode = z
  .string()
  .max(16)
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'must have six digits'));
/** As it was shown: four groups of four; small letters, spaces and missing hyphens are taken too. */
const recoveryCode = z.string().min(16).max(40);

/** One of the two proofs of the second step. */
export const secondFactorProof = z.union([z.strictObject({ code: totpCode }), z.strictObject({ recoveryCode })]);
export type SecondFactorProof = z.infer<typeof secondFactorProof>;

/** What protects the account besides its password. */
export const secondFactor = z
  .object({
    /** Since when an authenticator app is asked for after the password; null: it is not. */
    totpSince: z.iso.datetime().nullable(),
    /** Recovery codes not used yet; 0 without an authenticator app. */
    recoveryCodesLeft: z.int().min(0),
  })
  .meta({ id: 'SecondFactor' });
export type SecondFactor = z.infer<typeof secondFactor>;

const recoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).length(RECOVERY_CODES) })
  .meta({ id: 'RecoveryCodes' });

/** The password was right and `second-factor-required` named the ways on: this is the step after it. */
export const loginSecondFactor = route({
  method: 'POST',
  path: SECOND_STEP_PATH,
  access: 'public',
  summary: 'The second step of signing in: a code of the authenticator app, or a recovery code',
  schemas: { body: secondFactorProof, response: me },
});

export const getSecondFactor = route({
  method: 'GET',
  path: '/api/auth/second-factor',
  access: 'signed-in',
  summary: 'What protects the account besides its password',
  schemas: { response: secondFactor },
});

export const beginTotp = route({
  method: 'POST',
  path: '/api/auth/second-factor/totp/begin',
  access: 'signed-in',
  summary: 'A new secret for an authenticator app; nothing changes until a code of it confirms it',
  schemas: {
    body: z.strictObject({ password }),
    response: z
      .object({
        /** Base32, for typing in by hand. */
        secret: z.string(),
        /** `otpauth://totp/…`, for the QR code. */
        uri: z.string(),
      })
      .meta({ id: 'TotpSecret' }),
  },
});

export const confirmTotp = route({
  method: 'POST',
  path: '/api/auth/second-factor/totp/confirm',
  access: 'signed-in',
  summary: 'Turn the authenticator app on; answers with the recovery codes, once',
  schemas: { body: z.strictObject({ code: totpCode }), response: recoveryCodes },
});

export const removeTotp = route({
  method: 'POST',
  path: '/api/auth/second-factor/totp/remove',
  access: 'signed-in',
  summary: 'Turn the authenticator app off; its recovery codes go with it',
  schemas: { body: z.strictObject({ password, proof: secondFactorProof }), response: secondFactor },
});

export const renewRecoveryCodes = route({
  method: 'POST',
  path: '/api/auth/second-factor/recovery-codes',
  access: 'signed-in',
  summary: 'New recovery codes in place of the old ones; shown once',
  schemas: { body: z.strictObject({ password, code: totpCode }), response: recoveryCodes },
});
