// The demo's four people, for `provision.js`: `node demo-accounts.mjs <directory>`, where community.json tells which nodes
// are theirs. Their passwords are made once, kept in identities.json, and said on standard error.
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [directory] = process.argv.slice(2);
const { communityId, demoNodes } = JSON.parse(readFileSync(join(directory, 'community.json'), 'utf8'));
const kept = join(directory, 'identities.json');
const identities = existsSync(kept)
  ? JSON.parse(readFileSync(kept, 'utf8'))
  : ['prosumer', 'consumer', 'operator', 'administrator'].map((role) => ({
      id: randomUUID(),
      role,
      email: `${role}@demo.example`,
      password: randomBytes(12).toString('base64url'),
    }));
writeFileSync(kept, JSON.stringify(identities, null, 2), { mode: 0o600 });

for (const { email, password } of identities) process.stderr.write(`${email.padEnd(28)} ${password}\n`);
const users = identities.map(({ id, role, email, password }) => ({
  id,
  email,
  password,
  language: 'en',
  operates: role === 'operator' ? [communityId] : [],
  nodes: role in demoNodes ? [{ nodeId: demoNodes[role], communityId }] : [],
  administers: role === 'administrator',
}));
process.stdout.write(JSON.stringify({ users, onlyNew: true }));
