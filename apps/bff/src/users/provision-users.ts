import { LANGUAGES, credentials } from '@ceex/contracts';
import { fieldErrors } from '@ceex/server';
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import { Session } from '../sessions/session.entity';
import type { Passwords } from './passwords';
import { provisionRights } from './provision-rights';
import { User } from './user.entity';
import { normalEmail } from './users';

const key = z.int().positive();

/** What `provision` reads from its standard input. */
export const provisionInput = z.strictObject({
  users: z
    .array(
      z.strictObject({
        /** Names the account whatever its address will be; without it the account gets an id of its own. */
        id: z.uuid().optional(),
        email: credentials.shape.email,
        password: z.string().min(8, 'must have at least 8 characters').max(256),
        language: z.enum(LANGUAGES),
        operates: z.array(key).max(1_000),
        nodes: z.array(z.strictObject({ nodeId: key, communityId: key })).max(1_000),
        /** Whether the account administers this server: its first administrator can come from nowhere else. */
        administers: z.boolean().default(false),
      }),
    )
    .max(10_000),
  /** Leaves accounts that there are (by id or address) as they are: people change their own. */
  onlyNew: z.boolean().optional(),
});
export type ProvisionInput = z.infer<typeof provisionInput>;
type Wanted = ProvisionInput['users'][number];

/** The input of a JSON text, or what is wrong with it, field by field. */
export function readProvisionInput(json: string): ProvisionInput | { readonly faults: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { faults: ['not JSON'] };
  }
  const { data, error } = provisionInput.safeParse(value);
  if (data) return data;
  return { faults: fieldErrors(error).map(({ path, message }) => (path ? `${path}: ${message}` : message)) };
}

export interface Provisioned {
  readonly created: number;
  readonly updated: number;
  /** Left as they were, because only new ones were wanted. */
  readonly kept: number;
}

/**
 * Makes the accounts of `input` be as it says, all or none: creates what is missing, sets language, nodes and roles.
 * Doing it again changes nothing. A password that differs replaces the old one and ends the account's sessions. With
 * `onlyNew` an account that there is stays as it is, whatever has been changed of it since.
 */
export function provisionUsers(
  dataSource: DataSource,
  passwords: Passwords,
  input: ProvisionInput,
): Promise<Provisioned> {
  return dataSource.transaction(async (manager) => {
    const done = { created: 0, updated: 0, kept: 0 };
    for (const wanted of input.users) done[await provisionOne(manager, passwords, wanted, input.onlyNew ?? false)] += 1;
    return done;
  });
}

async function provisionOne(
  manager: EntityManager,
  passwords: Passwords,
  wanted: Wanted,
  onlyNew: boolean,
): Promise<keyof Provisioned> {
  const email = normalEmail(wanted.email);
  const known =
    (wanted.id === undefined ? null : await manager.findOneBy(User, { id: wanted.id })) ??
    (await manager.findOneBy(User, { email }));
  if (known && onlyNew) return 'kept';
  const id = known?.id ?? wanted.id ?? randomUUID();
  if (!known) {
    const passwordHash = await passwords.hash(wanted.password);
    await manager.insert(User, { id, email, passwordHash, language: wanted.language, pseudonym: randomUUID() });
  } else {
    await manager.update(User, { id }, { email, language: wanted.language });
    if (!(await passwords.matches(known.passwordHash, wanted.password))) {
      await manager.update(User, { id }, { passwordHash: await passwords.hash(wanted.password) });
      await manager.update(Session, { userId: id }, { endedAt: () => 'coalesce(ended_at, now())' });
    }
  }
  await provisionRights(manager, id, wanted);
  return known ? 'updated' : 'created';
}
