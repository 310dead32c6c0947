// A CEEX with the demo community to look at or to measure: one that runs already, or one of its own for the time being.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './launcher/paths.mjs';
import { ready } from './launcher/processes.mjs';

/** The value of `--name VALUE` among the options of a command, if it is given. */
export function option(options, name) {
  const at = options.indexOf(`--${name}`);
  return at < 0 ? undefined : options[at + 1];
}

/**
 * Calls `use({url, cookiesOf})` with a running CEEX: that of `--home DIR`, else one that is started for it and thrown
 * away. `cookiesOf(role)` signs a demo identity in and resolves to its cookies as a browser keeps them.
 */
export async function withDemo(options, use) {
  const given = option(options, 'home');
  if (given) return use(instance(resolve(given)));
  const home = mkdtempSync(join(tmpdir(), 'ceex-demo-'));
  const port = await freePort();
  let output = '';
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs')], {
    cwd: root,
    env: { ...process.env, CEEX_HOME: home, PORT: String(port), ...MANY_SIGN_INS },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const ended = new Promise((done) => child.once('exit', done));
  try {
    await ready(`http://localhost:${port}/api/health/ready`, () => child.exitCode === null).catch(() => {
      throw new Error(`CEEX did not start:\n${output}`);
    });
    return await use(instance(home));
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  }
}

// More often than people do.
const MANY_SIGN_INS = { SIGN_IN_LIMIT_ADDRESS: '10000', SIGN_IN_LIMIT_ACCOUNT: '10000', LETTER_LIMIT_ACCOUNT: '10000' };

function instance(home) {
  const file = join(home, 'running.json');
  if (!existsSync(file)) throw new Error(`No CEEX runs in ${home}.`);
  const { url } = JSON.parse(readFileSync(file, 'utf8'));
  const identities = JSON.parse(readFileSync(join(home, 'demo-identities.json'), 'utf8'));
  return {
    url,
    async cookiesOf(role) {
      const { email, password } = identities.find((one) => one.role === role);
      const answer = await fetch(`${url}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
      if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status}`);
      return answer.headers.getSetCookie().map((line) => {
        const [name, value] = line.split(';')[0].split('=');
        const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
        return { name, value, domain: 'localhost', path, httpOnly: /httponly/i.test(line) };
      });
    },
  };
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
