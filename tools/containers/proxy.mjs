// nginx in Traefik's place: TLS, one host, /api to the BFF and everything else to the web app.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './shell.mjs';

/** Starts it on 443 with a certificate that it signs itself; stop it by its `stop`. */
export async function startProxy(directory, domain) {
  mkdirSync(directory, { recursive: true });
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(directory, name));
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', `/CN=${domain}`, '-addext', `subjectAltName=DNS:${domain}`, '-keyout', key, '-out', certificate],
  ]);
  const settings = join(directory, 'nginx.conf');
  writeFileSync(settings, conf(directory, domain, key, certificate));
  const child = spawn('nginx', ['-c', settings, '-e', 'stderr', '-g', 'daemon off;'], { stdio: ['ignore', 2, 2] });
  const ended = new Promise((done) => child.once('exit', done));
  return {
    async stop() {
      child.kill('SIGQUIT');
      await ended;
    },
  };
}

const conf = (directory, domain, key, certificate) => `
user root;
worker_processes 1;
pid ${directory}/nginx.pid;
events {}
http {
  access_log ${directory}/access.log;
  client_body_temp_path ${directory}/body;
  proxy_temp_path ${directory}/proxy;
  fastcgi_temp_path ${directory}/fastcgi;
  uwsgi_temp_path ${directory}/uwsgi;
  scgi_temp_path ${directory}/scgi;
  limit_req_zone $binary_remote_addr zone=bff:1m rate=50r/s;
  limit_req_zone $binary_remote_addr zone=web:1m rate=100r/s;
  limit_req_status 429;
  upstream bff { server 127.0.0.1:3000; keepalive 8; }
  upstream web { server 127.0.0.1:8080; keepalive 8; }
  server { listen 80; return 308 https://$host$request_uri; }
  server {
    listen 443 ssl http2;
    server_name ${domain};
    ssl_certificate ${certificate};
    ssl_certificate_key ${key};
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_buffering off;
    proxy_request_buffering off;
    client_max_body_size 0;
    location = /api { limit_req zone=bff burst=200 nodelay; proxy_pass http://bff; }
    location /api/ { limit_req zone=bff burst=200 nodelay; proxy_pass http://bff; }
    location / { limit_req zone=web burst=400 nodelay; proxy_pass http://web; }
  }
}
`;
