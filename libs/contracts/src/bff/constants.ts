/** What the browser needs of the contracts before it needs any schema: this file imports nothing, so that zod loads later. */

/** The languages of the app. */
export const LANGUAGES = ['de', 'fr', 'it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The cookie that tells the browser's side that there may be a session; the session's own cookies no script can read. */
export const SIGNED_IN_HINT = 'ceex_signed_in';

/** Where the BFF takes calls for the engine: `/api/engine` + the engine's path. */
export const ENGINE_PREFIX = '/api/engine';

/** The calls that make, renew and end a session, and that tell whose it is. */
export const LOGIN_PATH = '/api/auth/login';
export const SECOND_STEP_PATH = `${LOGIN_PATH}/second-factor`;
export const PASSKEY_OPTIONS_PATH = '/api/auth/passkeys/options';
export const PASSKEY_LOGIN_PATH = '/api/auth/passkeys/login';
export const LOGOUT_PATH = '/api/auth/logout';
export const REFRESH_PATH = '/api/auth/refresh';
export const ME_PATH = '/api/auth/me';

/** Where the web app learns about its deployment. */
export const WEB_CONFIG_PATH = '/api/config';
