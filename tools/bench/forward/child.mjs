// A measured program: a child process whose CPU time can be asked for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const probe = pathToFileURL(join(import.meta.dirname, 'cpu-probe.mjs')).href;

/** Starts `file`. Where it sends its port, `port` resolves to it. */
export function startChild(file, { args = [], env = {}, flags = [] } = {}) {
  const child = spawn(process.execPath, [...flags, '--import', probe, file, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told = (key) =>
    new Promise((done, failed) => {
      const forget = () => child.off('message', listen).off('exit', fail);
      const fail = (code) => forget() && failed(new Error(`${file} ended (${code})`));
      const listen = (message) => message[key] !== undefined && forget() && done(message[key]);
      child.on('message', listen).once('exit', fail);
    });
  return {
    port: () => told('port'),
    isAlive: () => child.exitCode === null,
    cpuMicros() {
      child.send('cpu');
      return told('cpuMicros');
    },
    async stop() {
      if (child.exitCode !== null) return;
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
