// Where things are. `CEEX_HOME` moves everything that a running CEEX keeps (default: .ceex in the checkout).
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const home = resolve(root, process.env.CEEX_HOME ?? '.ceex');
export const paths = {
  secrets: join(home, 'secrets.json'),
  postgres: join(home, 'postgres'),
  identities: join(home, 'demo-identities.json'),
  running: join(home, 'running.json'),
  logs: join(home, 'logs'),
  mail: join(home, 'mail'),
  web: join(root, 'dist/apps/web/browser'),
  entry: (app, name) => join(root, 'dist/apps', app, `${name}.js`),
};
