import { LANGUAGES, credentials } from '@ceex/contracts';
import { fieldErrors } from '@ceex/server';
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import { Session } from '../sessions/session.entity';
import type { Passwords } from './passwords';
import { UserNode } from './user-node.entity';
import { UserRole } from './user-role.entity';
import { User } from './user.entity';
import { normalEmail } from './users';

const key = z.int().positive();

/** What `provision` reads from its standard input. */
export const provisionInput = z.strictObject({
  users: z
    .array(
      z.strictObject({
        email: credentials.shape.email,
        password: z.string().min(8, 'must have at least 8 characters').max(256),
        language: z.enum(LANGUAGES),
        operates: z.array(key).max(1_000),
        nodes: z.array(z.strictObject({ nodeId: key, communityId: key })).max(1_000),
      }),
    )
    .max(10_000),
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
}

/**
 * Makes the accounts of `input` be as it says, all or none: creates what is missing, sets language, nodes and roles.
 * Doing it again changes nothing. A password that differs replaces the old one and ends the account's sessions.
 */
export function provisionUsers(
  dataSource: DataSource,
  passwords: Passwords,
  input: ProvisionInput,
): Promise<Provisioned> {
  return dataSource.transaction(async (manager) => {
    let created = 0;
    for (const wanted of input.users) if (await provisionOne(manager, passwords, wanted)) created += 1;
    return { created, updated: input.users.length - created };
  });
}

/** True where the account is new. */
async function provisionOne(manager: EntityManager, passwords: Passwords, wanted: Wanted): Promise<boolean> {
  const email = normalEmail(wanted.email);
  const known = await manager.findOneBy(User, { email });
  const id = known?.id ?? randomUUID();
  if (!known) {
    const passwordHash = await passwords.hash(wanted.password);
    await manager.insert(User, { id, email, passwordHash, language: wanted.language, pseudonym: randomUUID() });
  } else {
    await manager.update(User, { id }, { language: wanted.language });
    if (!(await passwords.matches(known.passwordHash, wanted.password))) {
      await manager.update(User, { id }, { passwordHash: await passwords.hash(wanted.password) });
      await manager.update(Session, { userId: id }, { endedAt: () => 'coalesce(ended_at, now())' });
    }
  }
  await manager.delete(UserNode, { userId: id });
  await manager.delete(UserRole, { userId: id });
  await manager.insert(
    UserNode,
    unique(wanted.nodes, ({ nodeId }) => nodeId).map((node) => ({ userId: id, ...node })),
  );
  await manager.insert(
    UserRole,
    unique(wanted.operates, (communityId) => communityId).map((communityId) => ({
      userId: id,
      communityId,
      role: 'operator' as const,
    })),
  );
  return !known;
}

function unique<T>(values: readonly T[], keyOf: (value: T) => number): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
