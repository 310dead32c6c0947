import { LANGUAGES } from '@ceex/contracts';
import { loadConfig, operationVariables, variables } from '@ceex/server';
import { z } from 'zod';
import { checkMail, mailVariables } from './mail-settings';
import { readSessionKeys, type SessionKey } from './session-keys-config';

const positive = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** Cost of a password hash (argon2id); the defaults are OWASP's. */
const passwordCost = {
  ARGON2_MEMORY_KIB: z.coerce.number().int().min(8_192).default(19_456),
  ARGON2_TIME: positive(2),
  ARGON2_PARALLELISM: positive(1),
};

const database = { DATABASE_URL: variables.databaseUrl };

export const databaseConfig = z.object(database);
export const provisionConfig = z.object({ ...database, ...passwordCost });

/** Everything that the BFF reads from its environment. Each variable may also come from a file (`X_FILE`). */
export const bffConfig = z
  .object({
    ...database,
    ...passwordCost,
    ...mailVariables,
    PORT: variables.port.default(3_000),
    HOST: z.string().default('127.0.0.1'),
    /** Signs the session cookie. `SESSION_KEYS` takes its place where keys are to be changed. */
    SESSION_SECRET: variables.secret.optional(),
    /** `name:secret,name:secret`: the first key signs, all are believed (`session-keys.ts`). */
    SESSION_KEYS: z.string().optional(),
    /** A session ends when it was not used for so long, … */
    SESSION_IDLE_DAYS: positive(30),
    /** … and after so long in any case. */
    SESSION_MAX_DAYS: positive(90),
    /** Encrypts the secrets of authenticator apps in the database. */
    SECOND_FACTOR_KEY: variables.secret,
    /** The one before it, while there may be secrets that it encrypted (`secret-seal.ts`). */
    SECOND_FACTOR_KEY_PREVIOUS: variables.secret.optional(),
    /** Where the engine answers: scheme, host and port, and perhaps a path before its own. */
    ENGINE_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }),
    /** Signs the claims that tell the engine for whom a call is made. The engine has the same. */
    ENGINE_TOKEN_SECRET: variables.secret,
    /** Directory of the built web app; without it only the API is served. */
    WEB_ROOT: z.string().optional(),
    /** Where people's browsers reach this deployment: the links in letters begin with it. */
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
      .default('http://localhost:3000'),
    /** What the product is called in this deployment. */
    PRODUCT_NAME: z.string().min(1).max(40).default('CEEX'),
    /** For browsers that ask for none of the languages there are. */
    DEFAULT_LANGUAGE: z.enum(LANGUAGES).default('de'),
    /** `auto`: cookies are Secure where the request came by https. */
    COOKIE_SECURE: z.enum(['auto', 'always', 'never']).default('auto'),
    TRUST_PROXY: variables.trustProxy,
    LOG_LEVEL: variables.logLevel,
    ...operationVariables,
    /** Whether anybody may ask for an account; otherwise accounts come by invitation. */
    OPEN_REGISTRATION: variables.flag.default(false),
    /** Tries at secrets within five minutes, from one address and for one account, before each must wait longer. */
    SIGN_IN_LIMIT_ADDRESS: positive(60),
    SIGN_IN_LIMIT_ACCOUNT: positive(10),
    /** Letters to one address that may be asked for within five minutes, likewise. */
    LETTER_LIMIT_ACCOUNT: positive(3),
    /** Multiplies the calls that a session may make in a minute, rule by rule of the allow-list. */
    CALLS_PER_MINUTE_FACTOR: positive(1),
  })
  .superRefine(checkMail);
/** `keys` are the session keys, from whichever variable: the first one signs. */
export type BffConfig = z.infer<typeof bffConfig> & { readonly keys: readonly SessionKey[] };
export type PasswordCost = z.infer<z.ZodObject<typeof passwordCost>>;

/** Injects the `BffConfig`. */
export const BFF_CONFIG = Symbol('bff config');

/** The BFF's configuration from `env`; throws a `ConfigError` that names what is missing or bad. */
export function readBffConfig(env: NodeJS.ProcessEnv): BffConfig {
  const config = loadConfig(bffConfig, env);
  const trimmed = (url: string) => url.replace(/\/+$/, '');
  return {
    ...config,
    keys: readSessionKeys(config),
    ENGINE_URL: trimmed(config.ENGINE_URL),
    PUBLIC_URL: trimmed(config.PUBLIC_URL),
  };
}
