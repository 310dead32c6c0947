// Runs a built image as a container engine would: its root file system read-only, as its user, its program as process 1
// with no new privileges, /tmp in memory, secrets as files. The network is that of whoever calls.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from './build-images.mjs';
import { run } from './shell.mjs';

const HOSTS = '127.0.0.1 localhost engine bff web postgres\n';

/** Mounts an image's file system, and puts what a container engine adds to it: mount points, /etc/hosts, secrets. */
export async function mountImage(buildah, name, secrets = {}) {
  const config = await inspect(buildah, name);
  const container = (await buildah(['from', '--pull-never', name])).trim();
  const root = (await buildah(['mount', container])).trim();
  for (const dir of ['proc', 'dev', 'tmp', 'run/secrets']) mkdirSync(join(root, dir), { recursive: true });
  writeFileSync(join(root, 'etc/hosts'), HOSTS);
  for (const [file, text] of Object.entries(secrets))
    writeFileSync(join(root, 'run/secrets', file), text, { mode: 0o444 });
  return { config, root };
}

const MOUNTS = [
  'mount --make-rprivate /',
  'mount --bind "$ROOT" "$ROOT"',
  'mount -t proc proc "$ROOT/proc"',
  'mount --rbind /dev "$ROOT/dev"',
  'mount -t tmpfs -o mode=1777,size=64m tmpfs "$ROOT/tmp"',
  'mount -o remount,bind,ro "$ROOT"',
].join(' && ');
const inside = (user) => ['setpriv', '--no-new-privs', 'chroot', `--userspec=${user}`, '--groups='];

/**
 * Starts a program of a mounted image; without `command` its own. Its output goes to the file `log`, which its user may
 * write to: nginx opens /dev/stdout anew.
 */
export function start({ config, root }, { name, command, environment, log, input }) {
  const own = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])];
  const program = command ?? own;
  const output = openSync(log, 'a');
  const text = `cd "$ROOT" && ${MOUNTS} && exec ${inside(config.User).join(' ')} "$ROOT" "$@"`;
  const shell = ['sh', '-c', text, 'sh', ...inWorkingDirectory(config, environment, program)];
  const child = spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', ...shell], {
    env: { PATH: process.env.PATH, ROOT: root },
    stdio: [input === undefined ? 'ignore' : 'pipe', output, output],
  });
  closeSync(output);
  child.stdin?.end(input);
  const ended = new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)));
  return {
    name,
    ended,
    running: () => child.exitCode === null && child.signalCode === null,
    said: () => readFileSync(log, 'utf8'),
    /** Sends the image's stop signal to process 1, and resolves to how it ended and how long that took. */
    async stop() {
      const began = Date.now();
      if (child.exitCode === null && child.signalCode === null)
        process.kill(childrenOf(child.pid)[0], config.StopSignal);
      const hard = setTimeout(() => child.kill('SIGKILL'), 40_000);
      const result = await ended;
      clearTimeout(hard);
      return { result, seconds: (Date.now() - began) / 1_000 };
    },
    /** Runs a command beside process 1, in its mounts; throws where it fails. */
    exec(args) {
      const [pid] = childrenOf(child.pid);
      const target = ['--target', String(pid), '--mount', '--pid', '--'];
      return run('nsenter', [
        ...target,
        ...inside(config.User),
        root,
        ...inWorkingDirectory(config, environment, args),
      ]);
    },
  };
}

/** The command with nothing in its environment but what the image and the deployment put there. */
function inWorkingDirectory({ Env, WorkingDir }, environment, command) {
  const pairs = [...Env, ...Object.entries(environment).map(([key, value]) => `${key}=${value}`)];
  return ['/usr/bin/env', '-i', ...pairs, '/bin/sh', '-c', `cd ${WorkingDir || '/'} && exec "$@"`, 'sh', ...command];
}

function childrenOf(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  );
}
