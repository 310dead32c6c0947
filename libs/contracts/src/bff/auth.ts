import * as z from 'zod';
import { route } from '../route';
import { LANGUAGES, LOGIN_PATH, LOGOUT_PATH, ME_PATH, REFRESH_PATH } from './constants';

export const credentials = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(1).max(256),
});
export type Credentials = z.infer<typeof credentials>;

/** The signed-in user, as the browser sees it. */
export const me = z
  .object({
    userId: z.uuid(),
    email: z.string(),
    language: z.enum(LANGUAGES),
    /** Communities that the user operates. */
    operates: z.array(z.int()),
    /** Whether the user administers this server. */
    administers: z.boolean(),
    nodes: z.array(z.object({ nodeId: z.int(), communityId: z.int() })),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

export const login = route({
  method: 'POST',
  path: LOGIN_PATH,
  access: 'public',
  summary: 'Sign in; sets the session cookies',
  schemas: { body: credentials, response: me },
});

export const logout = route({
  method: 'POST',
  path: LOGOUT_PATH,
  access: 'public',
  summary: 'Sign out; ends the session and clears the cookies',
  schemas: {},
});

export const refresh = route({
  method: 'POST',
  path: REFRESH_PATH,
  access: 'public',
  summary: 'Exchange the refresh cookie for a new pair',
  schemas: { response: me },
});

export const getMe = route({
  method: 'GET',
  path: ME_PATH,
  access: 'signed-in',
  summary: 'Who is signed in',
  schemas: { response: me },
});

export const putLanguage = route({
  method: 'PUT',
  path: `${ME_PATH}/language`,
  access: 'signed-in',
  summary: 'Keep the language that the user chose',
  schemas: { body: z.strictObject({ language: z.enum(LANGUAGES) }), response: me },
});
