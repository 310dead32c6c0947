import { ConfigError } from '@ceex/server';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ASK_AGAIN, cacheControlOf, FILE } from './cache-rules';

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
      response.setHeader('cache-control', cacheControlOf(path));
    },
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) return next();
    response.sendFile(index, { cacheControl: false, headers: { 'cache-control': ASK_AGAIN } });
  });
}

/** Whether the app answers itself: a file that is not there stays 404. */
export function isPage({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return path !== '/api' && !path.startsWith('/api/') && !FILE.test(path);
}

/** What an installed app is called comes from the deployment, not from the bundle. */
function nameManifest(file: string, productName: string) {
  if (!existsSync(file)) return (_request: Request, _response: Response, next: NextFunction) => next();
  const manifest: object = JSON.parse(readFileSync(file, 'utf8'));
  const named = JSON.stringify({ ...manifest, name: productName, short_name: productName });
  return (_request: Request, response: Response): void => {
    response.type('application/manifest+json').set('cache-control', ASK_AGAIN).send(named);
  };
}
