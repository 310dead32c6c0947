import * as z from 'zod';
import { route } from '../route';

/**
 * The shortest password, in characters. OWASP ASVS 5 (6.2.1) asks for 8 at least and recommends 15; there are no rules
 * of composition, nothing expires, and every character counts as it was typed (6.2.5, 6.2.8, 6.2.10).
 */
export const PASSWORD_MIN = 8;
/** From here on the browser calls a password long enough. */
export const PASSWORD_RECOMMENDED = 15;
export const PASSWORD_MAX = 256;

/** Why a new password is refused; stands in `message` of the field errors of `password-refused`. */
export const PASSWORD_FAULTS = ['too-short', 'too-common', 'like-email'] as const;
export type PasswordFault = (typeof PASSWORD_FAULTS)[number];

export const emailAddress = z.email().max(254);
/** A password that is to be set; whether it is good enough the policy says (`password-refused`). */
export const newPassword = z.string().min(1).max(PASSWORD_MAX);
/** A password that should be known already. */
export const knownPassword = z.string().min(1).max(PASSWORD_MAX);
/** The text behind the `#` of a link in a letter. Whether it (still) means something the server says (`link-not-valid`). */
export const linkToken = z.string().min(1).max(200);

/** Whether a link still works, asked before anybody types; `email` is the account it is for, for password managers. */
export const linkState = z.object({ usable: z.boolean(), email: z.string().optional() }).meta({ id: 'LinkState' });
export type LinkState = z.infer<typeof linkState>;

const token = z.strictObject({ token: linkToken });

export const requestResetEmail = route({
  method: 'POST',
  path: '/api/auth/request-reset-email',
  access: 'public',
  summary: 'Ask for a letter with a link to set a new password; answers the same for every address',
  schemas: { body: z.strictObject({ email: emailAddress }) },
});

export const checkResetLink = route({
  method: 'POST',
  path: '/api/auth/reset-password/check',
  access: 'public',
  summary: 'Whether the link of a reset letter still works; does not use it up',
  schemas: { body: token, response: linkState },
});

export const resetPassword = route({
  method: 'POST',
  path: '/api/auth/reset-password',
  access: 'public',
  summary: 'Set a new password with the link of a reset letter; ends all sessions of the account',
  schemas: { body: z.strictObject({ token: linkToken, password: newPassword }) },
});

export const changePassword = route({
  method: 'PUT',
  path: '/api/auth/me/password',
  access: 'signed-in',
  summary: 'Change the own password; ends all other sessions',
  schemas: { body: z.strictObject({ current: knownPassword, password: newPassword }) },
});
