// Whether this container is healthy: `node healthcheck.mjs <variable with the port> <path of the health routes>`.
// Until it was ready once (its database is there, migrated, and reachable), it is asked for that, so that a rolling
// update waits for it. From then on only whether it answers at all: a database that is away is no reason to restart it.
import { existsSync, writeFileSync } from 'node:fs';

const WAS_READY = '/tmp/was-ready';
const [variable, path] = process.argv.slice(2);
const question = existsSync(WAS_READY) ? 'live' : 'ready';
try {
  const answer = await fetch(`http://127.0.0.1:${process.env[variable]}${path}/${question}`, {
    signal: AbortSignal.timeout(4_000),
  });
  if (answer.ok && question === 'ready') writeFileSync(WAS_READY, '');
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
