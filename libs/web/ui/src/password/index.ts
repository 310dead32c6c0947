/** Choosing a new password: an entry apart, for the few pages where somebody does. */
export * from './new-password';
