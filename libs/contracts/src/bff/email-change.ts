import * as z from 'zod';
import { route } from '../route';
import { emailAddress, knownPassword, linkToken } from './password';

/** A change of the e-mail address that waits for its confirmations; null where none is under way. */
export const emailChange = z
  .object({
    newEmail: z.string(),
    /** Which of the two addresses have said yes. */
    oldConfirmed: z.boolean(),
    newConfirmed: z.boolean(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'EmailChange' });
export type EmailChange = z.infer<typeof emailChange>;

/** `waiting` for the other address, `done`, or `stopped` by an objection. */
export const EMAIL_CHANGE_STATES = ['waiting', 'done', 'stopped'] as const;
export type EmailChangeState = (typeof EMAIL_CHANGE_STATES)[number];

export const getEmailChange = route({
  method: 'GET',
  path: '/api/auth/me/email',
  access: 'signed-in',
  summary: 'The change of the own e-mail address that is under way',
  schemas: { response: z.object({ pending: emailChange.nullable() }) },
});

export const changeEmail = route({
  method: 'PUT',
  path: '/api/auth/me/email',
  access: 'signed-in',
  summary: 'Begin to change the own e-mail address; both addresses get a letter, and both must confirm',
  schemas: {
    body: z.strictObject({ email: emailAddress, password: knownPassword }),
    response: z.object({ pending: emailChange.nullable() }),
  },
});

export const cancelEmailChange = route({
  method: 'DELETE',
  path: '/api/auth/me/email',
  access: 'signed-in',
  summary: 'Leave the e-mail address as it is',
  schemas: {},
});

export const checkEmailLink = route({
  method: 'POST',
  path: '/api/auth/confirm-email/check',
  access: 'public',
  summary: 'Whether the link of a letter about a changed address still works, and to which of the two it was sent',
  schemas: {
    body: z.strictObject({ token: linkToken }),
    response: z.object({ usable: z.boolean(), sentTo: z.enum(['old', 'new']).optional() }),
  },
});

export const confirmEmail = route({
  method: 'POST',
  path: '/api/auth/confirm-email',
  access: 'public',
  summary: 'Confirm a changed e-mail address, or object to it (at the old address that ends all sessions)',
  schemas: {
    body: z.strictObject({ token: linkToken, answer: z.enum(['confirm', 'object']) }),
    response: z.object({ state: z.enum(EMAIL_CHANGE_STATES) }),
  },
});
