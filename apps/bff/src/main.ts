import 'reflect-metadata';
import { runProgram, serve, startTracing } from '@ceex/server';
import { readBffConfig } from './config/bff-config';
import { createBff } from './http/create-bff';
import { collectBff } from './operation/collect-bff';
import { countSignIns } from './operation/count-sign-ins';

await runProgram(async () => {
  const config = readBffConfig(process.env);
  await startTracing({ service: 'bff', operation: config, trustCaller: false });
  const app = await createBff(config);
  countSignIns(app.getHttpServer());
  await serve(app, { port: config.PORT, host: config.HOST, operation: config, collect: collectBff(app) });
});
