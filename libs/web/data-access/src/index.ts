/** The browser's side of the two HTTP APIs: session, problems, reads as resources, writes as promises. */
export * from './auth-client';
export * from './bff-client';
export * from './community-client';
export * from './engine-url';
export * from './forecast-client';
export * from './keep-last';
export { OPEN_EVENT_SOURCE, type LiveSource } from './live/event-source';
export * from './live/watch-market';
export * from './market-client';
export * from './metrics-client';
export * from './node-client';
export * from './plants-client';
export * from './replay-client';
export * from './server-clock';
export * from './watch-clearing';
export * from './start';
