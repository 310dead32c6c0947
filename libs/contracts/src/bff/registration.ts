import * as z from 'zod';
import { route } from '../route';
import { me } from './auth';
import { LANGUAGES } from './constants';
import { emailAddress, linkState, linkToken, newPassword } from './password';

export const register = route({
  method: 'POST',
  path: '/api/auth/register',
  access: 'public',
  summary: 'Ask for an account; answers the same for every address. not-found where registration is not open',
  schemas: { body: z.strictObject({ email: emailAddress, language: z.enum(LANGUAGES) }) },
});

export const checkRegistrationLink = route({
  method: 'POST',
  path: '/api/auth/register/check',
  access: 'public',
  summary: 'Whether the link of a registration letter still works; does not use it up',
  schemas: { body: z.strictObject({ token: linkToken }), response: linkState },
});

export const completeRegistration = route({
  method: 'POST',
  path: '/api/auth/register/complete',
  access: 'public',
  summary: 'Make the account of a registration letter and sign in',
  schemas: {
    body: z.strictObject({ token: linkToken, password: newPassword, language: z.enum(LANGUAGES) }),
    response: me,
  },
});
