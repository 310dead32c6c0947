// Runs the built images together: PostgreSQL, migrations, the demo community, engine, BFF, web, the proxy and a browser.
// tools/containers.mjs starts this, in a network of its own and with a CEEX_HOME of its own.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../browser.mjs';
import { removePostgres } from '../embedded-postgres.mjs';
import { say } from '../launcher/console.mjs';
import { provideDatabases } from '../launcher/databases.mjs';
import { home as work, paths, root } from '../launcher/paths.mjs';
import { buildahIn, nameOf } from './build-images.mjs';
import { DOMAIN, environmentOf } from './deployment.mjs';
import { startProxy } from './proxy.mjs';
import { mountImage, start } from './rootfs.mjs';
import { run } from './shell.mjs';
import { smokeFlow } from './smoke.mjs';

const [storage] = process.argv.slice(2);
const secret = () => randomBytes(36).toString('base64url');
const buildah = buildahIn(storage);
const toStop = [];

async function secretsOf(databases) {
  return {
    bff_database_url: databases.bff,
    engine_database_url: databases.engine,
    engine_token_secret: secret(),
    engine_token_secret_before: '\n',
    session_keys: `2026:${secret()}`,
    second_factor_key: secret(),
    second_factor_key_previous: '\n',
    smtp_password: secret(),
  };
}

/** Runs a one-shot command of an image; resolves to what it said. */
async function once(image, service, command, input) {
  const name = `${service} ${command.join(' ')}`;
  const log = logOf(name.replace(/\W+/g, '-'));
  const program = start(image, { name, command, environment: environmentOf(service), log, input });
  const result = await program.ended;
  if (result !== 0) throw new Error(`${name} ended with ${result}:\n${program.said()}`);
  return program.said();
}

function logOf(name) {
  const file = join(work, 'logs', `${name}.log`);
  writeFileSync(file, '');
  chmodSync(file, 0o666);
  return file;
}

function serve(image, service, environment = {}) {
  const program = start(image, {
    name: service,
    environment: { ...environmentOf(service), ...environment },
    log: logOf(service),
  });
  toStop.unshift(program);
  return program;
}

/** Asks the image's own HEALTHCHECK, as an engine would, until it says yes. */
async function healthy(program, { config }) {
  const began = Date.now();
  const check = config.Healthcheck.Test.slice(1);
  for (;;) {
    if (!program.running()) throw new Error(`${program.name} ended:\n${program.said()}`);
    try {
      await program.exec(check);
      return say(`${program.name} is healthy after ${((Date.now() - began) / 1_000).toFixed(1)} s`);
    } catch (error) {
      if (Date.now() - began > 120_000)
        throw new Error(`${program.name} does not become healthy (${error.message}):\n${program.said()}`);
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

/** Nothing in the image can be written to, nobody in it is root, and it has no tools to build or fetch with. */
async function confined(program) {
  const refused = async (...command) => assert.rejects(program.exec(command), `${program.name}: ${command.join(' ')}`);
  await refused('/bin/sh', '-c', 'echo x > /app/x || echo x > /etc/x');
  await refused('/bin/sh', '-c', '[ "$(id -u)" = 0 ]');
  for (const tool of ['npm', 'npx', 'gcc', 'make', 'python3', 'git', 'curl'])
    await refused('/bin/sh', '-c', `command -v ${tool}`);
  say(`${program.name}: read-only, not root, no build tools`);
}

async function demoAccounts(bff, community) {
  writeFileSync(join(work, 'community.json'), community);
  const users = await run(process.execPath, [join(root, 'docker/development/demo-accounts.mjs'), work]);
  await once(bff, 'bff', ['node', 'provision.js'], users);
  return JSON.parse(readFileSync(join(work, 'identities.json'), 'utf8'));
}

async function main() {
  mkdirSync(join(work, 'logs'));
  await run('ip', ['link', 'set', 'lo', 'up']);
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium or Chrome was found (CHROME_PATH names one).');
  const passwords = ['postgresPassword', 'bffDatabasePassword', 'engineDatabasePassword'];
  const databases = await provideDatabases(Object.fromEntries(passwords.map((name) => [name, secret()])));
  toStop.push({ name: 'PostgreSQL', stop: () => databases.stop() });
  const secrets = await secretsOf(databases);
  const [engine, bff, web] = await Promise.all(
    ['engine', 'bff', 'web'].map((image) => mountImage(buildah, nameOf(image), image === 'web' ? {} : secrets)),
  );
  await Promise.all([
    once(engine, 'migrate-engine', ['node', 'migrate.js']),
    once(bff, 'migrate-bff', ['node', 'migrate.js']),
  ]);
  say('Migrated; founding the demo community …');
  const community = (await once(engine, 'engine', ['node', 'demo.js'])).trim().split('\n').at(-1);
  const identities = await demoAccounts(bff, community);
  const servers = [
    [serve(engine, 'engine'), engine],
    // In one network the two cannot have the same port for their metrics.
    [serve(bff, 'bff', { METRICS_PORT: '9465' }), bff],
    [serve(web, 'web'), web],
  ];
  await Promise.all(servers.map(([program, image]) => healthy(program, image)));
  for (const [program] of servers) await confined(program);
  toStop.unshift({ name: 'proxy', ...(await startProxy(join(work, 'proxy'), DOMAIN)) });
  const identity = identities.find(({ role }) => role === 'prosumer');
  const { files, cookies } = await smokeFlow({ domain: DOMAIN, executablePath, identity });
  say(`The browser signed in and saw Trading: ${files} answers, ${cookies} cookies`);
}

let failed = false;
try {
  await main();
} catch (error) {
  failed = true;
  console.error(error);
}
for (const { name, stop } of toStop) {
  const how = await stop();
  if (!how) continue;
  say(`${name} ended with ${how.result} after ${how.seconds.toFixed(1)} s`);
  if (how.result !== 0) failed = true;
}
removePostgres(paths.postgres);
process.exit(failed ? 1 : 0);
