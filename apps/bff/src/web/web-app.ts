import { ConfigError } from '@ceex/server';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const YEAR_MS = 365 * 86_400_000;
/** `main-7KQ2XDHT.js`: the build puts a hash of the content into the name, so the content never changes. */
const HASHED = /[-.][0-9A-Z]{8}\.\w+$/;

/** Serves the built web app of `directory`; every address that is a page of the app gets `index.html`. */
export function serveWebApp(app: NestExpressApplication, directory: string): void {
  const root = resolve(directory);
  const index = join(root, 'index.html');
  if (!existsSync(index)) throw new ConfigError(`Bad configuration: WEB_ROOT has no index.html (${root})`);
  app.useStaticAssets(root, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    maxAge: 0,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', HASHED.test(basename(path)) ? forever() : 'no-cache');
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

function forever(): string {
  return `public, max-age=${YEAR_MS / 1_000}, immutable`;
}
