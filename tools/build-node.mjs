// Bundles one Nest app with esbuild. TypeScript goes through swc first, because Nest and TypeORM need the decorators'
// metadata, which esbuild does not emit. Packages stay external. Every src/*.ts beside main.ts is an entry of its own.
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
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
const outdir = join(root, 'dist/apps', app);
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
await writeFile(join(outdir, 'package.json'), JSON.stringify({ type: 'module' }));
console.log(
  `${app}: ${Object.keys(result.metafile.inputs).length} files in ${Math.round(performance.now() - started)} ms`,
);
