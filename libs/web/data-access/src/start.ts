/**
 * What the app needs before its first page: who is signed in, and what is particular to this deployment. An entry apart:
 * whatever is reached through the other one comes with all clients and the schemas of their answers.
 */
export * from './attempt/attempt';
export { Connection } from './last-known/connection';
export { AuthClient } from './auth-client';
export * from './current-node';
export * from './language-picker';
export * from './problem-error';
export * from './provide-data-access';
export * from './runtime-config';
export * from './session';
