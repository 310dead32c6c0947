// Bundles one Nest app with esbuild. TypeScript goes through swc first, because Nest and TypeORM need the decorators'
// metadata, which esbuild does not emit. Packages stay external: the package.json beside the bundle names those it needs,
// so that an image installs no others. Every src/*.ts beside main.ts is an entry of its own.
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const app = process.argv[2];
const source = join(root, 'apps', app, 'src');

const decoratorMetadata = {
  name: 'decorator-metadata',
  setup(builder) {
    builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        swcrc: false,
        configFile: false,
        sourceMaps: 'inline',
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          target: 'es2023',
          keepClassNames: true,
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

const started = performance.now();
// Tests build into a folder of their own, which must lie below this one for the packages to be found.
const outdir = join(root, process.argv[3] ?? join('dist/apps', app));
await rm(outdir, { recursive: true, force: true });
const entries = readdirSync(source).filter((file) => /^[^.]+\.ts$/.test(file));
const result = await build({
  entryPoints: entries.map((file) => join(source, file)),
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  packages: 'external',
  tsconfig: join(root, 'tsconfig.base.json'),
  sourcemap: true,
  keepNames: true,
  metafile: true,
  plugins: [decoratorMetadata],
  logLevel: 'warning',
});
const readJson = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const ours = readJson('package.json').dependencies;

/** The packages that the bundle imports, and what these load by name (TypeORM its driver): their peers that we have too. */
function packagesOf({ outputs }) {
  const imported = Object.values(outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  const queue = imported.map(({ path }) => path).filter((path) => !isBuiltin(path));
  const needed = {};
  for (const path of queue) {
    const name = path
      .split('/')
      .slice(0, path.startsWith('@') ? 2 : 1)
      .join('/');
    if (name in needed) continue;
    const { version, peerDependencies = {} } = readJson(`node_modules/${name}/package.json`);
    needed[name] = version;
    queue.push(...Object.keys(peerDependencies).filter((peer) => peer in ours));
  }
  return Object.fromEntries(Object.entries(needed).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const manifest = { name: `ceex-${app}`, private: true, type: 'module', dependencies: packagesOf(result.metafile) };
await writeFile(join(outdir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(
  `${app}: ${Object.keys(result.metafile.inputs).length} files in ${Math.round(performance.now() - started)} ms`,
);
