import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import type { Server } from 'node:http';
import { ProblemFilter } from '../problems/problem-filter';
import { type HardenOptions, hardenHttp } from './harden';

/** Longer than a proxy in front keeps an idle connection, so that it is never we who close one that is about to be used. */
const KEEP_ALIVE_MS = 75_000;

/** Settings of an app that tests use too: hardening, problem details. Call before `init`. */
export function prepareServer(app: NestExpressApplication, options: HardenOptions): void {
  hardenHttp(app, options);
  app.useGlobalFilters(new ProblemFilter());
  (app.getHttpServer() as Server).keepAliveTimeout = KEEP_ALIVE_MS;
}

/** A Nest server on Express, logging through pino from the first line. The module must import `loggerModule(…)`. */
export async function createServer(
  module: Parameters<typeof NestFactory.create>[0] | Type,
  options: HardenOptions,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  prepareServer(app, options);
  return app;
}
