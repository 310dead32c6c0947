// Stands in for the public base images where no registry can be reached: the same names, made of this machine's own
// Debian packages, its npm and the Node 24 of this checkout. What they weigh says nothing about the public ones.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './shell.mjs';

const COMMON = `base-files libc6 libgcc-s1 libstdc++6 dash coreutils libacl1 libattr1 libgmp10 libselinux1 libpcre2-8-0
  libssl3 zlib1g libcrypt1 debianutils sed grep mawk findutils tar`;
const WGET = `wget libgnutls30 libnettle8 libhogweed6 libidn2-0 libunistring2 libp11-kit0 libtasn1-6 libffi8 libpsl5
  libuuid1`;
const BASES = {
  node: { packages: `${COMMON} bash libtinfo6`, node: true },
  nginx: { packages: `${COMMON} nginx nginx-common media-types ${WGET}` },
};
const USERS = ['root:x:0:0::/root:/bin/sh', 'nginx:x:101:101::/:/bin/sh', 'node:x:1000:1000::/tmp:/bin/sh'];
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

/** Commits a base image as `name` in the storage of `buildah`. `kind` is `node` or `nginx`. */
export async function makeBase(buildah, kind, name) {
  const base = BASES[kind];
  const root = mkdtempSync(join(tmpdir(), `ceex-base-${kind}-`));
  try {
    for (const dir of [
      'usr/bin',
      'usr/sbin',
      'usr/lib',
      'usr/lib64',
      'etc/ssl/certs',
      'root',
      'proc',
      'sys',
      'dev',
      'var',
    ])
      mkdirSync(join(root, dir), { recursive: true });
    for (const dir of ['bin', 'sbin', 'lib', 'lib64']) symlinkSync(`usr/${dir}`, join(root, dir));
    mkdirSync(join(root, 'tmp'));
    await run('chmod', ['1777', join(root, 'tmp')]);
    // Debian's alternatives are made by install scripts, which do not run here.
    symlinkSync('mawk', join(root, 'usr/bin/awk'));
    await copyPackages(base.packages.split(/\s+/), root);
    writeFileSync(join(root, 'etc/passwd'), `${USERS.join('\n')}\n`);
    writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnginx:x:101:\nnode:x:1000:\n');
    const environment = base.node ? await addNode(root) : {};
    await commit(buildah, root, name, environment);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The files of installed Debian packages, without what nobody reads in a container. */
async function copyPackages(packages, root) {
  const files = (await run('dpkg-query', ['-L', ...packages]))
    .split('\n')
    .filter(
      (file) => file.startsWith('/') && file !== '/.' && !/^\/usr\/share\/(doc|man|locale|lintian|info)\//.test(file),
    );
  const archive = `${root}.tar`;
  const list = files.map((file) => `.${file}`).join('\n');
  await run('tar', ['-C', '/', '--no-recursion', '--ignore-failed-read', '-cf', archive, '-T', '-'], { input: list });
  await run('tar', ['-C', root, '--keep-directory-symlink', '-xf', archive]);
  rmSync(archive);
}

/** Node as this script runs on, and npm with the settings that this machine reaches its registry by. */
async function addNode(root) {
  const npm = dirname(dirname(realpathSync((await run('which', ['npm'])).trim())));
  mkdirSync(join(root, 'usr/local/lib/node_modules'), { recursive: true });
  mkdirSync(join(root, 'usr/local/bin'), { recursive: true });
  await run('cp', [process.execPath, join(root, 'usr/local/bin/node')]);
  await run('cp', ['-r', npm, join(root, 'usr/local/lib/node_modules/npm')]);
  for (const command of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${command}-cli.js`, join(root, 'usr/local/bin', command));
  await run('cp', [CERTIFICATES, join(root, CERTIFICATES)]);
  const registry = (await run('npm', ['config', 'get', 'registry'], { cwd: '/' })).trim();
  return { NODE_EXTRA_CA_CERTS: CERTIFICATES, npm_config_cafile: CERTIFICATES, npm_config_registry: registry };
}

async function commit(buildah, root, name, environment) {
  const container = (await buildah(['from', '--pull-never', 'scratch'])).trim();
  await buildah(['add', '--quiet', container, root, '/']);
  const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const env = [path, ...Object.entries(environment).map(([key, value]) => `${key}=${value}`)];
  await buildah(['config', ...env.flatMap((pair) => ['--env', pair]), '--cmd', '/bin/sh', container]);
  await buildah(['commit', '--quiet', container, name]);
  await buildah(['rm', container]);
}
