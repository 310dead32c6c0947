export * from './built-program';
export * from './env-example';
export * from './event-reader';
export * from './monitored-metrics';
export * from './test-database';
export * from './test-server';
