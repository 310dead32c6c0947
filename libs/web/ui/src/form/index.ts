/** Fields and notices for the pages that open before anything is loaded: an entry apart from the charts and tables. */
export * from '../states/notice';
export * from './attempt-notice';
export * from './entry';
export * from './field';
export * from './password-field';
