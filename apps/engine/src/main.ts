import 'reflect-metadata';
import { createServer, loadConfig, runProgram } from '@ceex/server';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { engineConfig } from './config/engine-config';

/** A whole grid of 20 000 nodes fits. */
const JSON_LIMIT_BYTES = 16 * 1024 * 1024;

await runProgram(async () => {
  const config = loadConfig(engineConfig, process.env);
  const app = await createServer(AppModule.forRoot(config), {
    trustProxy: 0,
    jsonLimitBytes: JSON_LIMIT_BYTES,
    // Every caller is the BFF or a tool of this server.
    trustRequestId: true,
  });
  await app.listen(config.ENGINE_PORT, config.HOST);
  app.get(Logger).log(`engine listens at ${await app.getUrl()}`);
});
