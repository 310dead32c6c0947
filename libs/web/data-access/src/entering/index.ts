/** For the pages before sign-in: an entry apart, as they are to load nothing else. */
export * from '../password-fault';
export * from './entering-client';
