// Makes the content of the web image from the built app: each file that compresses also as .gz and .br, the manifest with
// a place for the deployment's name, and nginx's settings, written from the BFF's own (apps/bff/src/web).
//   node docker/web/prepare.mjs <built app> <where to>
import { build } from 'esbuild';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const MANIFEST = 'manifest.webmanifest';
const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error('usage: prepare.mjs <built app> <where to>');

const { nginxSettings, COMPRESSED, BINARY } = await settings();
const web = join(to, 'srv/web');
const etc = join(to, 'etc/ceex');
mkdirSync(etc, { recursive: true });
cpSync(from, web, { recursive: true });

const { http, server, headers } = nginxSettings();
for (const [name, text] of Object.entries({ http, server, headers }))
  writeFileSync(join(etc, `${name}.conf`), `${text}\n`);
for (const name of ['nginx.conf', 'api.conf', 'start.sh']) cpSync(join(here, name), join(etc, name));
const manifest = JSON.parse(readFileSync(join(web, MANIFEST), 'utf8'));
const named = { ...manifest, name: '@PRODUCT_NAME@', short_name: '@PRODUCT_NAME@' };
writeFileSync(join(etc, MANIFEST), `${JSON.stringify(named)}\n`);
rmSync(join(web, MANIFEST));
for (const file of readdirSync(web, { recursive: true, withFileTypes: true }))
  if (file.isFile()) compress(join(file.parentPath, file.name));

function compress(file) {
  const extension = extname(file).slice(1);
  if (extension in BINARY) return;
  if (!(extension in COMPRESSED)) throw new Error(`${file}: nginx-settings.ts does not know files with .${extension}`);
  const content = readFileSync(file);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: quality }));
}

async function settings() {
  const outdir = mkdtempSync(join(tmpdir(), 'ceex-nginx-'));
  const outfile = join(outdir, 'settings.mjs');
  const entry = join(here, '../../apps/bff/src/web/nginx-settings.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
