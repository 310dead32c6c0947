import 'reflect-metadata';
import { createServer, loadConfig, runProgram, serve, startTracing } from '@ceex/server';
import { AppModule } from './app.module';
import { engineConfig } from './config/engine-config';
import { collectEngine } from './operation/collect-engine';

/** A whole grid of 20 000 nodes fits. */
const JSON_LIMIT_BYTES = 16 * 1024 * 1024;

await runProgram(async () => {
  const config = loadConfig(engineConfig, process.env);
  await startTracing({ service: 'engine', operation: config, trustCaller: true });
  const app = await createServer(AppModule.forRoot(config), {
    trustProxy: 0,
    jsonLimitBytes: JSON_LIMIT_BYTES,
    // Every caller is the BFF or a tool of this server.
    trustRequestId: true,
  });
  await serve(app, { port: config.ENGINE_PORT, host: config.HOST, operation: config, collect: collectEngine(app) });
});
