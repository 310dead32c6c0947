import { operationVariables, variables } from '@ceex/server';
import { z } from 'zod';

export const ENGINE_CONFIG = Symbol('engine config');

const onOff = z.enum(['on', 'off'], 'must be on or off').transform((value) => value === 'on');

/** Everything that the environment may say to the engine. */
export const engineConfig = z.object({
  ENGINE_PORT: variables.port.default(3001),
  /** The engine speaks to the BFF alone: by default it listens on this machine only. */
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: variables.databaseUrl,
  /** Shared with the BFF, which signs its claims with it. */
  ENGINE_TOKEN_SECRET: variables.secret,
  /** The secret before it, believed as long as it is set: so the secret is changed here first, then in the BFF. */
  ENGINE_TOKEN_SECRET_BEFORE: variables.secret.optional(),
  LOG_LEVEL: variables.logLevel,
  ...operationVariables,
  /** `off`: this process serves calls and leaves the clearing to another. */
  CLEARING: onOff.default(true),
  /** `on`: communities with simulated meters get their readings from this process. */
  SIMULATED_METERS: onOff.default(false),
  IMPORT_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(256 * 1024 * 1024),
  /** How many threads clear the past again for those who ask "what if"; `auto`: one less than there are cores. */
  REPLAY_THREADS: z.union([z.literal('auto'), z.coerce.number().int().min(1).max(64)]).default('auto'),
  /** How much of the past is kept in memory for them, over all communities. A year of 40 households takes 18 MB. */
  REPLAY_MEMORY_BYTES: z.coerce
    .number()
    .int()
    .min(0)
    .default(256 * 1024 * 1024),
});
export type EngineConfig = z.infer<typeof engineConfig>;
