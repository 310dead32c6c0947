/** The browser's side of the two HTTP APIs: session, problems, reads as resources, writes as promises. */
export * from './auth-client';
export * from './current-node';
export * from './engine-url';
export * from './keep-last';
export { Connection } from './last-known/connection';
export * from './market-client';
export * from './metrics-client';
export * from './node-client';
export * from './problem-error';
export * from './provide-data-access';
export * from './runtime-config';
export * from './replay-client';
export * from './server-clock';
export * from './session';
export * from './watch-clearing';
