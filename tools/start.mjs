// `npm start`: databases, build, migrations, demo community, engine, BFF (which also serves the web app).
import { createServer } from 'node:net';
import { freePort } from './embedded-postgres.mjs';
import { build } from './launcher/build.mjs';
import { fail, say } from './launcher/console.mjs';
import { provideDatabases } from './launcher/databases.mjs';
import { provideDemoCommunity, provideDemoIdentities } from './launcher/demo.mjs';
import { home, paths } from './launcher/paths.mjs';
import { ready, runOnce, startServer } from './launcher/processes.mjs';
import { forgetRunning, rememberRunning, running, secrets } from './launcher/state.mjs';

const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || '127.0.0.1';
const servers = [];
let databases;
let stopping = false;

async function stop(code) {
  if (stopping) return;
  stopping = true;
  if (servers.length > 0) say('Stopping …');
  for (const server of servers.toReversed()) await server.stop();
  await databases?.stop();
  forgetRunning();
  if (code === 0) say('Stopped. Your data is kept; `npm run reset` forgets it.');
  process.exit(code);
}

function stopWithParent() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  // npm runs this below a shell that does not pass SIGTERM on: notice that the parent has gone.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void stop(0), 500).unref();
}

async function portIsFree() {
  const probe = createServer();
  const free = await new Promise((done) => {
    probe.once('error', () => done(false));
    probe.listen(port, host, () => done(true));
  });
  await new Promise((done) => (free ? probe.close(done) : done()));
  return free;
}

async function prepare(keys) {
  say('Starting PostgreSQL …');
  databases = await provideDatabases(keys);
  say('Building engine, BFF and web app (a minute at the first time) …');
  await build();
  say('Migrating the databases …');
  const migrate = (app) => runOnce(app, 'migrate', { DATABASE_URL: databases[app] });
  await Promise.all([migrate('engine'), migrate('bff')]);
}

async function serve(engineEnv, bffEnv) {
  const died = (app, code, lines) => {
    fail(`${app} ended unexpectedly (${code}); its log is in ${paths.logs}:\n${lines}`);
    void stop(1);
  };
  servers.push(startServer('engine', engineEnv, died), startServer('bff', bffEnv, died));
  // The BFF is ready when it reaches its database and the engine.
  await ready(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/api/health/ready`, () => !stopping);
}

function welcome(identities) {
  const rows = identities.map(({ role, email, password }) => `    ${role.padEnd(13)} ${email.padEnd(26)} ${password}`);
  const address = `http://localhost:${port}`;
  console.log(`\n  CEEX runs at ${address}\n\n  Sign in as\n${rows.join('\n')}\n`);
  console.log(`  (also in ${paths.identities}; logs in ${paths.logs})\n\n  Ctrl-C stops it.\n`);
}

async function main() {
  const already = running();
  if (already)
    return fail(`CEEX runs already at ${already.url} (process ${already.pid}). CEEX_HOME starts a second one.`);
  if (!(await portIsFree())) {
    fail(`Port ${port} is in use by another program. Choose another one: PORT=3001 npm start`);
    process.exit(1);
  }
  stopWithParent();
  say(`CEEX keeps its data in ${home}`);
  const keys = secrets();
  await prepare(keys);
  const enginePort = process.env.ENGINE_PORT || (await freePort());
  const shared = { ENGINE_TOKEN_SECRET: keys.engineTokenSecret, NODE_ENV: 'production' };
  const engineEnv = {
    ...shared,
    DATABASE_URL: databases.engine,
    ENGINE_PORT: String(enginePort),
    HOST: '127.0.0.1',
    SIMULATED_METERS: process.env.SIMULATED_METERS ?? 'on',
  };
  const bffEnv = {
    ...shared,
    DATABASE_URL: databases.bff,
    SESSION_SECRET: keys.sessionSecret,
    SECOND_FACTOR_KEY: keys.secondFactorKey,
    ENGINE_URL: `http://127.0.0.1:${enginePort}`,
    PORT: String(port),
    HOST: host,
    WEB_ROOT: paths.web,
    PUBLIC_URL: `http://localhost:${port}`,
    // Nothing leaves this machine: the operator reads the letters in the app.
    MAIL_TRANSPORT: process.env.MAIL_TRANSPORT ?? 'folder',
    MAIL_FOLDER: paths.mail,
  };
  rememberRunning({
    url: `http://localhost:${port}`,
    engineDatabaseUrl: databases.engine,
    bffDatabaseUrl: databases.bff,
  });
  const demo = await provideDemoCommunity(engineEnv);
  const identities = await provideDemoIdentities(bffEnv, demo);
  await serve(engineEnv, bffEnv);
  say('Ready.');
  welcome(identities);
}

main().catch((error) => {
  if (stopping) return;
  fail(error.message);
  void stop(1);
});
