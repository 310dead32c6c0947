// Random secrets for a developer's system, made once: `node make-secrets.mjs <directory>`. Everybody in the containers
// may read them; the volume is theirs alone.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [directory] = process.argv.slice(2);
const write = (name, text) => writeFileSync(join(directory, name), `${text}\n`, { mode: 0o444 });

function secret(name) {
  const file = join(directory, name);
  if (!existsSync(file)) write(name, randomBytes(36).toString('base64url'));
  return readFileSync(file, 'utf8').trim();
}

for (const name of ['postgres_password', 'engine_token_secret', 'session_secret', 'second_factor_key']) secret(name);
for (const app of ['bff', 'engine']) {
  const password = secret(`${app}_database_password`);
  const url = `${app}_database_url`;
  if (!existsSync(join(directory, url))) write(url, `postgres://ceex_${app}:${password}@postgres:5432/ceex_${app}`);
}
