// The BFF as it is built, with a PostgreSQL of its own and people who are signed in.
import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../embedded-postgres.mjs';
import { paths } from '../../launcher/paths.mjs';
import { ready } from '../../launcher/processes.mjs';
import { startChild } from './child.mjs';

const PEOPLE = 32;
const password = randomBytes(12).toString('hex');
const emailOf = (index) => `person-${index}@bench.example`;

/**
 * Starts the BFF before `engineUrl`; `cookies` are of as many sessions as there are people, each at node 7. `settings` are
 * variables of its own.
 */
export async function startBff({ databaseUrl, engineUrl, flags = [], settings = {} }) {
  const port = await freePort();
  const env = {
    DATABASE_URL: databaseUrl,
    ENGINE_URL: engineUrl,
    ENGINE_TOKEN_SECRET: randomBytes(32).toString('hex'),
    SESSION_SECRET: randomBytes(32).toString('hex'),
    PORT: String(port),
    HOST: '127.0.0.1',
    MAIL_TRANSPORT: 'folder',
    MAIL_FOLDER: join(tmpdir(), `ceex-bench-mail-${port}`),
    LOG_LEVEL: 'info',
    ARGON2_MEMORY_KIB: '8192',
    ARGON2_TIME: '1',
    SIGN_IN_LIMIT_ADDRESS: '10000',
    SECOND_FACTOR_KEY: randomBytes(32).toString('base64'),
    CALLS_PER_MINUTE_FACTOR: '100000',
    ...settings,
  };
  await runOnce('migrate', env);
  const users = Array.from({ length: PEOPLE }, (_, index) => ({
    email: emailOf(index),
    password,
    language: 'en',
    operates: [],
    nodes: [{ nodeId: 7, communityId: 1 }],
  }));
  await runOnce('provision', env, JSON.stringify({ users }));
  const url = `http://127.0.0.1:${port}`;
  const child = startChild(paths.entry('bff', 'main'), { env, flags });
  await ready(`${url}/api/health/live`, child.isAlive);
  const cookies = [];
  for (const { email } of users) cookies.push(await signIn(url, email));
  return { ...child, url, cookies, emails: users.map(({ email }) => email) };
}

async function signIn(url, email) {
  const answer = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`);
  const session = answer.headers.getSetCookie().find((line) => /^[\w-]*ceex_session=/.test(line));
  return session.split(';')[0];
}

async function runOnce(entry, env, input = '') {
  const child = spawn(process.execPath, [paths.entry('bff', entry)], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(input);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`bff ${entry} failed (${code})`);
}
