import 'reflect-metadata';
import { runProgram } from '@ceex/server';
import { readBffConfig } from './config/bff-config';
import { createBff } from './http/create-bff';

await runProgram(async () => {
  const config = readBffConfig(process.env);
  const app = await createBff(config);
  await app.listen(config.PORT, config.HOST);
});
