import { ConfigError } from '@ceex/server';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const YEAR_MS = 365 * 86_400_000;
/**
 * Names into which the build puts a hash of the content, so that the content never changes: `main-6EWVKAJ7.js`,
 * `chunk-3GUu-08E.js`, `media/roboto-latin-BWTMDLAE.woff2`. A file of ours that only looks alike must not match.
 */
const HASHED = /\/(?:(?:main|chunk|styles|polyfills|worker)-[\w-]{8}\.(?:js|css)|media\/[^/]+-[0-9A-Z]{8}\.\w+)$/;

export interface WebApp {
  readonly root: string;
  readonly index: string;
}

/** The built web app in `directory`; throws a `ConfigError` where there is none. */
export function findWebApp(directory: string): WebApp {
  const root = resolve(directory);
  const index = join(root, 'index.html');
  if (!existsSync(index)) throw new ConfigError(`Bad configuration: WEB_ROOT has no index.html (${root})`);
  return { root, index };
}

/** Serves the built web app; every address that is a page of the app gets `index.html`. */
export function serveWebApp(app: NestExpressApplication, { root, index }: WebApp, productName: string): void {
  app.use('/manifest.webmanifest', nameManifest(join(root, 'manifest.webmanifest'), productName));
  app.useStaticAssets(root, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    maxAge: 0,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', HASHED.test(path) ? forever() : 'no-cache');
    },
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) return next();
    response.sendFile(index, { cacheControl: false, headers: { 'cache-control': 'no-cache' } });
  });
}

/** A page has no dot in its last segment: a file that is not there stays 404. */
export function isPage({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return path !== '/api' && !path.startsWith('/api/') && !/\.[^/]*$/.test(path);
}

/** What an installed app is called comes from the deployment, not from the bundle. */
function nameManifest(file: string, productName: string) {
  if (!existsSync(file)) return (_request: Request, _response: Response, next: NextFunction) => next();
  const manifest: object = JSON.parse(readFileSync(file, 'utf8'));
  const named = JSON.stringify({ ...manifest, name: productName, short_name: productName });
  return (_request: Request, response: Response): void => {
    response.type('application/manifest+json').set('cache-control', 'no-cache').send(named);
  };
}

function forever(): string {
  return `public, max-age=${YEAR_MS / 1_000}, immutable`;
}
