/** For the Account page: an entry apart, as no other page needs it. */
export * from '../password-fault';
export * from './household-client';
export * from './settings-client';
