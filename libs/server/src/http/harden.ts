import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import { requestIds } from './request-id';

export interface HardenOptions {
  /** How many proxies stand before this program. */
  readonly trustProxy: number;
  /** Largest JSON body in bytes; a larger one is answered 413. */
  readonly jsonLimitBytes: number;
  /** Whose JSON bodies are not read here: their handlers do so themselves, once the caller has been let in. */
  readonly leaveUnread?: (request: Request) => boolean;
  /** Keep a request id that the caller sent: only where every caller is one of ours. */
  readonly trustRequestId: boolean;
  /** Helmet's settings; by default those of a pure API, which is never rendered. */
  readonly helmet?: HelmetOptions;
  /** Run for every request after it has its id and before its body is read. */
  readonly middleware?: readonly RequestHandler[];
}

/** Nothing that a pure API answers is ever rendered, framed or run. */
const API_ONLY: HelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
};

/**
 * Settings that both servers share. Create the application with `bodyParser: false` and call this before `init`.
 * Query strings are parsed flat (no nested objects, a repeated key becomes an array that no schema takes);
 * JSON bodies are read up to the limit, never inflated.
 * A path has one spelling: capitals and a slash at its end count.
 */
export function hardenHttp(app: NestExpressApplication, options: HardenOptions): void {
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.set('query parser', 'simple');
  app.set('etag', false);
  // Not `set('strict routing')`: Nest has made the router by now, and Express reads that setting only then.
  Object.assign(routerOf(app), { caseSensitive: true, strict: true });
  app.use(requestIds(options.trustRequestId));
  app.use(helmet(options.helmet ?? API_ONLY));
  for (const handler of options.middleware ?? []) app.use(handler);
  app.useBodyParser('json', { limit: options.jsonLimitBytes, inflate: false, strict: true, type: isRead(options) });
}

function isRead({ leaveUnread }: HardenOptions) {
  return (request: object): boolean => {
    const asked = request as Request;
    return asked.is('application/json') !== false && leaveUnread?.(asked) !== true;
  };
}

function routerOf(app: NestExpressApplication): object {
  return (app.getHttpAdapter().getInstance() as { router: object }).router;
}
