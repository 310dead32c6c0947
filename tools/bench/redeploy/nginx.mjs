// nginx before the replicas: a refused connection tells it that one is gone, and it asks the other one. It keeps nothing of
// that in mind (`max_fails=0`): a replica that was away a moment ago may be the only one now.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ready } from '../../launcher/processes.mjs';

export const hasNginx = () => spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0;

const config = (folder, port, replicas) => `
worker_processes 1;
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log warn;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  upstream bff {
${replicas.map((replica) => `    server ${replica} max_fails=0;`).join('\n')}
    keepalive 16;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://bff;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host:$server_port;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_buffering off;
    }
  }
}
`;

export async function startNginx({ port, replicas, readyPath }) {
  const folder = mkdtempSync(join(tmpdir(), 'ceex-nginx-'));
  // Its workers are another user.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'nginx.conf'), config(folder, port, replicas));
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: 'inherit',
  });
  await ready(`http://127.0.0.1:${port}${readyPath}`, () => child.exitCode === null);
  return {
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      process.stderr.write(readFileSync(join(folder, 'error.log'), 'utf8').split('\n').slice(-20).join('\n'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
