// One replica of a program that is replaced by its next version: told to end, waited for, started anew.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { paths } from '../../launcher/paths.mjs';
import { ready } from '../../launcher/processes.mjs';

export async function startReplica({ app, name, readyUrl, env, flags = [] }) {
  let child;
  const start = async () => {
    child = spawn(process.execPath, [...flags, paths.entry(app, 'main')], {
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await ready(readyUrl, () => child.exitCode === null);
  };
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    return code;
  };
  await start();
  return {
    name,
    stop,
    /** Resolves to how long there was one replica less, in ms. Throws where it did not end as it should. */
    async replace() {
      const begun = performance.now();
      const code = await stop();
      if (code !== 0) throw new Error(`${name} ended with ${code}`);
      await start();
      return performance.now() - begun;
    },
  };
}
