import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { ProblemFilter } from '../problems/problem-filter';
import { type HardenOptions, hardenHttp } from './harden';

/** Settings of an app that tests use too: hardening, problem details, graceful shutdown. Call before `init`. */
export function prepareServer(app: NestExpressApplication, options: HardenOptions): void {
  hardenHttp(app, options);
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
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
