import * as z from 'zod';
import { route } from '../route';
import { me } from './auth';
import { PASSKEY_LOGIN_PATH, PASSKEY_OPTIONS_PATH } from './constants';

/** Minutes that a page has to answer the options it asked for; a page that waits longer asks anew. */
export const CHALLENGE_MINUTES = 5;
export const MAX_PASSKEYS = 20;

/** How an authenticator is reached (WebAuthn level 3); a browser may know others, which are left out. */
export const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]+$/, 'must be base64url');
const credentialId = base64url(1_400);
const clientDataJSON = base64url(4_000);
const descriptor = z.object({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.enum(TRANSPORTS)).optional(),
});
/** What every answer of an authenticator has; the extensions' results are taken and not looked at. */
const credential = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
};

/** Options for `navigator.credentials.create`, in JSON. */
export const creationOptions = z
  .object({
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: z.string(),
    pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
    /** Milliseconds. */
    timeout: z.int(),
    attestation: z.literal('none'),
    excludeCredentials: z.array(descriptor),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.literal(true),
      userVerification: z.literal('required'),
    }),
  })
  .meta({ id: 'PasskeyCreationOptions' });
export type CreationOptions = z.infer<typeof creationOptions>;

/**
 * Options for `navigator.credentials.get`, in JSON. They name no account, so they serve a button and, with
 * `mediation: 'conditional'`, the suggestions in the e-mail field alike. After `timeout` they are worth nothing.
 */
export const requestOptions = z
  .object({
    challenge: z.string(),
    /** Milliseconds. */
    timeout: z.int(),
    rpId: z.string(),
    userVerification: z.literal('required'),
  })
  .meta({ id: 'PasskeyRequestOptions' });
export type RequestOptions = z.infer<typeof requestOptions>;

/** What `navigator.credentials.create` made, as `@simplewebauthn/browser` sends it. */
export const registrationResponse = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON,
    attestationObject: base64url(20_000),
    authenticatorData: base64url(8_000).optional(),
    transports: z.array(z.string().max(40)).max(20).optional(),
    publicKeyAlgorithm: z.int().optional(),
    publicKey: base64url(8_000).optional(),
  }),
});
export type RegistrationResponse = z.infer<typeof registrationResponse>;

/** What `navigator.credentials.get` signed, as `@simplewebauthn/browser` sends it. */
export const authenticationResponse = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON,
    authenticatorData: base64url(8_000),
    signature: base64url(8_000),
    userHandle: base64url(200).optional(),
  }),
});
export type AuthenticationResponse = z.infer<typeof authenticationResponse>;

const name = z.string().trim().min(1).max(60);

export const passkey = z
  .object({
    passkeyId: z.uuid(),
    name: z.string(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
    /** It is kept in an account with its maker and there on several devices, so losing one device does not lose it. */
    backedUp: z.boolean(),
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof passkey>;

const passkeys = z.object({ passkeys: z.array(passkey).max(MAX_PASSKEYS) }).meta({ id: 'Passkeys' });
const params = z.strictObject({ passkeyId: z.uuid() });

export const passkeyOptions = route({
  method: 'POST',
  path: PASSKEY_OPTIONS_PATH,
  access: 'public',
  summary: 'A challenge to sign in with a passkey',
  schemas: { response: requestOptions },
});

export const passkeyLogin = route({
  method: 'POST',
  path: PASSKEY_LOGIN_PATH,
  access: 'public',
  summary: 'Sign in with a passkey; nothing else is asked for',
  schemas: { body: z.strictObject({ response: authenticationResponse }), response: me },
});

export const listPasskeys = route({
  method: 'GET',
  path: '/api/auth/passkeys',
  access: 'signed-in',
  summary: 'The passkeys of the account',
  schemas: { response: passkeys },
});

/** Without a password only in the first minutes of a session; after them the answer is `password-required`. */
export const passkeyRegisterOptions = route({
  method: 'POST',
  path: '/api/auth/passkeys/register/options',
  access: 'signed-in',
  summary: 'A challenge to make a passkey',
  schemas: { body: z.strictObject({ password: z.string().min(1).max(256).optional() }), response: creationOptions },
});

export const registerPasskey = route({
  method: 'POST',
  path: '/api/auth/passkeys/register',
  access: 'signed-in',
  summary: 'Keep the passkey that was made',
  schemas: { body: z.strictObject({ name, response: registrationResponse }), response: passkeys },
});

export const renamePasskey = route({
  method: 'PUT',
  path: '/api/auth/passkeys/:passkeyId',
  access: 'signed-in',
  summary: 'Rename a passkey',
  schemas: { params, body: z.strictObject({ name }), response: passkeys },
});

/** Like making one: with the password, or in the first minutes of a session. */
export const removePasskey = route({
  method: 'POST',
  path: '/api/auth/passkeys/:passkeyId/remove',
  access: 'signed-in',
  summary: 'Remove a passkey; it signs nobody in any more',
  schemas: { params, body: z.strictObject({ password: z.string().min(1).max(256).optional() }), response: passkeys },
});
