/**
 * The treaty between browser, BFF and engine. Files here import zod as a namespace (`import * as z`): bundlers leave
 * its unused parts (50 languages, JSON Schema) out of the browser's bundle only then.
 */
export * from './bff/audit';
export * from './bff/auth';
export * from './bff/communities';
export * from './bff/invitations';
export * from './bff/members';
export * from './bff/local-mail';
export * from './bff/mail';
export * from './bff/passkeys';
export * from './bff/email-change';
export * from './bff/password';
export * from './bff/privacy';
export * from './bff/registration';
export * from './bff/routes';
export * from './bff/sessions';
export * from './bff/second-factor';
export * from './bff/web-config';
export * from './constants';
export * from './engine/claims';
export * from './engine/community';
export * from './engine/directory';
export * from './engine/flows';
export * from './engine/forecast';
export * from './engine/heat-map';
export * from './engine/live';
export * from './engine/metrics';
export * from './engine/neighbours';
export * from './engine/node';
export * from './engine/plants';
export * from './engine/replay';
export * from './engine/routes';
export * from './engine/trading';
export * from './problem';
export * from './quantities';
export * from './route';
