/** What the browser needs of the contracts before its first page: no schemas, and so no zod. */
export * from './bff/constants';
export * from './problem-codes';
