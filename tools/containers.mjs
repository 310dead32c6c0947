// `npm run containers`: builds the three images with buildah and runs them together, where no container engine runs. Linux,
// as root, with buildah, nginx and Debian's own packages (the base images are made of them, no registry is asked).
//   --keep          keeps what was built, so that the next run is short; otherwise nothing is left
//   --storage DIR   where buildah works (/var/tmp/ceex-containers)
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildahIn, buildImage, IMAGES, nameOf, provideBases } from './containers/build-images.mjs';
import { option } from './demo-instance.mjs';
import { say } from './launcher/console.mjs';
import { root } from './launcher/paths.mjs';

const options = process.argv.slice(2);
const storage = option(options, 'storage') ?? '/var/tmp/ceex-containers';
const LIMITS_MB = { web: 60, bff: 250, engine: 250 };
const NEEDED = ['buildah', 'nginx', 'unshare', 'nsenter', 'setpriv', 'ip', 'openssl', 'dpkg-query'];

const missing = NEEDED.filter((program) => spawnSync('which', [program]).status !== 0);
if (process.platform !== 'linux' || process.getuid() !== 0 || missing.length > 0) {
  console.error(
    `This needs Linux, root, and ${NEEDED.join(', ')}${missing.length > 0 ? ` (missing: ${missing})` : ''}.`,
  );
  process.exit(2);
}

const buildah = buildahIn(storage);
const megabytes = (bytes) => Math.round(bytes / 1e5) / 10;

async function sizeOf(name) {
  const [{ size }] = JSON.parse(await buildah(['images', '--json', name]));
  const [, number, unit] = /([\d.]+)\s*(\w+)/.exec(size);
  return Number(number) * { B: 1, KB: 1e3, MB: 1e6, GB: 1e9 }[unit.toUpperCase()];
}

async function build() {
  await provideBases(buildah);
  say('The base images are there');
  const commit = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim() || 'unknown';
  for (const image of IMAGES) {
    const onLine = (line) => /^(\[\d+\/\d+\] )?STEP /.test(line) && say(`${image}: ${line.slice(0, 110)}`);
    await buildImage(buildah, image, root, { commit, onLine });
    const base = await sizeOf(
      image === 'web'
        ? 'docker.io/nginxinc/nginx-unprivileged:1.28-alpine-slim'
        : 'docker.io/library/node:24-bookworm-slim',
    );
    const total = await sizeOf(nameOf(image));
    say(`${image}: ${megabytes(total - base)} MB over its base, ${megabytes(total)} MB in all`);
    if ((image === 'web' ? total : total - base) > LIMITS_MB[image] * 1e6)
      throw new Error(`${image} is larger than ${LIMITS_MB[image]} MB`);
  }
}

/** In a network of its own: every port is free, and nothing in it reaches the internet. */
function runImages() {
  const script = join(root, 'tools/containers/run-images.mjs');
  const home = mkdtempSync(join(tmpdir(), 'ceex-containers-'));
  chmodSync(home, 0o755); // PostgreSQL and the images have users of their own
  const child = spawn('unshare', ['--net', '--', process.execPath, script, storage], {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, CEEX_HOME: home },
  });
  return new Promise((done) =>
    child.once('exit', (code) => {
      rmSync(home, { recursive: true, force: true });
      done(code ?? 1);
    }),
  );
}

async function cleanUp() {
  await buildah(['umount', '--all']);
  await buildah(['rm', '--all']);
  if (options.includes('--keep')) return;
  await buildah(['rmi', '--all', '--force']);
  rmSync(storage, { recursive: true, force: true });
}

let code = 1;
try {
  await build();
  code = await runImages();
} catch (error) {
  console.error(error.message);
}
await cleanUp().catch((error) => console.error(error.message));
say(code === 0 ? 'Everything worked.' : 'Failed.');
process.exit(code);
