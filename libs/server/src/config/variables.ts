import { z } from 'zod';

/** Variables that both programs know, as parts of their config schemas. */
export const port = z.coerce.number().int().min(0).max(65_535);
/** A secret that signs: at least 32 characters, so that it cannot be guessed. */
export const secret = z.string().min(32, 'must have at least 32 characters');
/** A `postgres://` address. */
export const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' });
/** A variable that is `true` or `false`. */
export const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
export const logLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info');
/** How many proxies stand before the program: 0 trusts no `X-Forwarded-*` header. */
export const trustProxy = z.coerce.number().int().min(0).max(10).default(0);
