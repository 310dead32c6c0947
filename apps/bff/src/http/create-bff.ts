import { createServer, type LoggingOptions } from '@ceex/server';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import { AppModule } from '../app.module';
import type { BffConfig } from '../config/bff-config';
import { MAX_JSON_BYTES } from '../forwarding/allow-list';
import { takeQuickReads } from '../forwarding/take-quick-reads';
import { refuseOddTargets } from '../forwarding/raw-target';
import { hasLargeBody } from './large-json';
import { PERMISSIONS_POLICY, SECURITY_HEADERS } from '../web/security-headers';
import { findWebApp, serveWebApp } from '../web/web-app';

/** The whole BFF, ready to listen; `logs` is where its log lines go, standard output by default. */
export async function createBff(
  config: BffConfig,
  logs?: LoggingOptions['destination'],
): Promise<NestExpressApplication> {
  const web = config.WEB_ROOT === undefined ? undefined : findWebApp(config.WEB_ROOT);
  const app = await createServer(AppModule.forRoot(config, logs), {
    trustProxy: config.TRUST_PROXY,
    jsonLimitBytes: MAX_JSON_BYTES,
    leaveUnread: hasLargeBody,
    trustRequestId: false,
    helmet: SECURITY_HEADERS,
    middleware: [permitLittle, refuseOddTargets, keepNothing, cookieParser(), compression()],
  });
  takeQuickReads(app);
  if (web) serveWebApp(app, web, config.PRODUCT_NAME);
  return app;
}

/** Helmet does not know this header. */
function permitLittle(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('permissions-policy', PERMISSIONS_POLICY);
  next();
}

/** Answers of the API belong to one user at one moment: no cache may keep them. */
function keepNothing(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/api/')) response.setHeader('cache-control', 'no-store');
  next();
}
