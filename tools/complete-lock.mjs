// Adds the platform packages that the registry one locks against does not carry.
//
// npm leaves an optional dependency that it cannot resolve out of package-lock.json, and `npm ci` then refuses that very
// lock file on every machine. Their names, versions and platforms are known from the packages that ask for them: that is
// all an entry needs (no integrity: npm takes it from the registry that does carry the package). Run after each `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const systems = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

/** The place in the lock file where Node's resolution from `from` finds `name`, if any. */
function resolved(packages, from, name) {
  for (let at = from; ;) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (!at) return false;
    at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '';
  }
}

/** What a package's name says about where it runs: `@swc/core-linux-x64-musl` → linux, x64, musl. */
function platformOf(name) {
  const parts = name.replace(/^.*?\//, '').split(/[-.]/);
  const os = parts.map((part) => (part === 'windows' ? 'win32' : part)).find((part) => systems.includes(part));
  const cpu =
    parts.find((part) => processors.includes(part)) ?? (parts.some((p) => p.startsWith('arm')) ? 'arm' : undefined);
  const libc = parts.some((part) => part.startsWith('musl'))
    ? 'musl'
    : parts.some((part) => part.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return { os, cpu, libc: os === 'linux' ? libc : undefined };
}

const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;
for (const [where, owner] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (!/^\d/.test(version) || resolved(lock.packages, where, name)) continue;
    const { os, cpu, libc } = platformOf(name);
    if (!cpu) {
      console.warn(`Cannot tell the platform of ${name}: left out.`);
      continue;
    }
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(owner.dev || owner.devOptional ? { dev: true } : {}),
      ...(libc ? { libc: [libc] } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
    added += 1;
  }
}
const { '': root, ...rest } = lock.packages;
const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = { '': root, ...Object.fromEntries(sorted) };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added to ${file}.`);
