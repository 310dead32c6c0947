import type { ModuleMetadata } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { prepareServer } from '../http/create-server';
import type { HardenOptions } from '../http/harden';

/** A server as `createServer` makes it, of a module for tests, listening on a free port of the loopback. */
export async function startTestServer(
  metadata: ModuleMetadata,
  options: Partial<HardenOptions> = {},
): Promise<NestExpressApplication> {
  const module = await Test.createTestingModule(metadata).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  prepareServer(app, { trustProxy: 0, jsonLimitBytes: 1_024, trustRequestId: false, ...options });
  await app.listen(0, '127.0.0.1');
  return app;
}
