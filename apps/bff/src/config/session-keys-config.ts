import { ConfigError, variables } from '@ceex/server';
import { z } from 'zod';

export interface SessionKey {
  readonly kid: string;
  readonly secret: string;
}

/**
 * The name of the key of `SESSION_SECRET`. Whoever goes over to `SESSION_KEYS` keeps it there under this name for as
 * long as its tokens hold.
 */
export const SINGLE_KID = '0';

const keyList = z.array(z.object({ kid: z.string().regex(/^[\w-]{1,20}$/), secret: variables.secret })).min(1);

/** The session keys that the configuration names; throws a `ConfigError` that names the variable, and repeats no secret. */
export function readSessionKeys(config: { SESSION_SECRET?: string; SESSION_KEYS?: string }): readonly SessionKey[] {
  const { SESSION_SECRET, SESSION_KEYS } = config;
  if (SESSION_KEYS === undefined) {
    if (SESSION_SECRET === undefined) throw new ConfigError('Bad configuration: SESSION_SECRET is missing');
    return [{ kid: SINGLE_KID, secret: SESSION_SECRET }];
  }
  if (SESSION_SECRET !== undefined)
    throw new ConfigError('Bad configuration: SESSION_SECRET and SESSION_KEYS are both set');
  const keys = keyList.safeParse(SESSION_KEYS.split(',').map(readKey));
  const names = keys.data?.map(({ kid }) => kid) ?? [];
  if (keys.data && new Set(names).size === names.length) return keys.data;
  throw new ConfigError(
    'Bad configuration: SESSION_KEYS must be name:secret,name:secret with different names and secrets of at least 32 characters',
  );
}

function readKey(text: string): SessionKey {
  const colon = text.indexOf(':');
  return { kid: text.slice(0, Math.max(colon, 0)).trim(), secret: text.slice(colon + 1).trim() };
}
