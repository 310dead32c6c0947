// `npm run reset`: forgets the demo: database, secrets, identities, logs.
import { rmSync } from 'node:fs';
import { removePostgres } from './embedded-postgres.mjs';
import { home, paths } from './launcher/paths.mjs';
import { running } from './launcher/state.mjs';

const state = running();
if (state) {
  console.error(`CEEX runs at ${state.url}: stop it first (Ctrl-C where it was started).`);
  process.exit(1);
}
removePostgres(paths.postgres);
rmSync(home, { recursive: true, force: true });
console.log(`Forgot everything in ${home}.`);
