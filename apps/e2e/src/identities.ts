import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Identity {
  readonly role: 'prosumer' | 'consumer' | 'operator' | 'administrator';
  readonly email: string;
  readonly password: string;
}

/** The demo identity of a role, as the launcher wrote it down. */
export function identity(role: Identity['role']): Identity {
  const file = join(process.env['E2E_HOME'] ?? '', 'demo-identities.json');
  const found = (JSON.parse(readFileSync(file, 'utf8')) as Identity[]).find((one) => one.role === role);
  if (!found) throw new Error(`${file} has no ${role}`);
  return found;
}
