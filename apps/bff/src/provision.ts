import 'reflect-metadata';
import { loadConfig, runProgram } from '@ceex/server';
import { text } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { provisionConfig } from './config/bff-config';
import { bffDatabase } from './database/bff-database';
import { Passwords } from './users/passwords';
import { provisionUsers, readProvisionInput } from './users/provision-users';

/** Exit code for an input that is not what it should be, apart from 1 for everything else. */
const BAD_INPUT = 2;

await runProgram(async () => {
  const config = loadConfig(provisionConfig, process.env);
  const input = readProvisionInput(await text(process.stdin));
  if ('faults' in input) {
    process.stderr.write(`Bad input: ${input.faults.join('; ')}\n`);
    process.exitCode = BAD_INPUT;
    return;
  }
  const dataSource = await new DataSource(bffDatabase(config.DATABASE_URL)).initialize();
  try {
    const result = await provisionUsers(dataSource, new Passwords(config), input);
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } finally {
    await dataSource.destroy();
  }
});
