import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** The configuration of a program is missing something or has a bad value. The message names every variable concerned. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a program's configuration once, at its start.
 *
 * For every key `X` of `schema` the environment may name a file in `X_FILE` instead: its trimmed content is the value
 * (the way of container secrets). An empty variable counts as missing.
 *
 * Throws a `ConfigError` that names each bad variable; it never repeats a value, because it may be a secret.
 */
export function loadConfig<S extends z.ZodObject>(schema: S, env: Environment): z.infer<S> {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (const key of Object.keys(schema.shape)) {
    try {
      const value = variable(key, env);
      if (value !== undefined) values[key] = value;
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  if (faults.length > 0) throw new ConfigError(sentence(faults));
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  throw new ConfigError(
    sentence(
      result.error.issues.map(({ path, message }) => {
        const key = path.join('.');
        return values[key] === undefined ? `${key} is missing` : `${key}: ${message}`;
      }),
    ),
  );
}

function variable(key: string, env: Environment): string | undefined {
  const file = env[`${key}_FILE`];
  const value = env[key];
  if (!file) return value || undefined;
  if (value) throw new Error(`${key} and ${key}_FILE are both set`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    throw new Error(`${key}_FILE names a file that cannot be read`);
  }
}

function sentence(faults: readonly string[]): string {
  return `Bad configuration: ${faults.join('; ')}`;
}
