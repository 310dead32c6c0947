export * from './env-example';
export * from './test-database';
export * from './test-server';
