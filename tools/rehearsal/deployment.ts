import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Cluster } from './cluster';
import { program, ROOT } from './run';
import { writeReadings, writeVillage } from './village';

const SECRETS = Object.fromEntries(
  ['ENGINE_TOKEN_SECRET', 'SESSION_SECRET', 'SECOND_FACTOR_KEY'].map((name) => [name, `${name} of a rehearsal, long`]),
);
export const DAYS = ['2026-06-01', '2026-06-02', '2026-06-03'] as const;
export const MEMBER = { email: 'member@probendorf.example', password: 'four-words-of-a-member' };

/** Runs the engine's command line on a cluster. */
export function engine(cluster: Cluster, ...args: readonly string[]): Promise<string> {
  return program('engine', 'cli', { args, env: { DATABASE_URL: cluster.urlOf('ceex_engine') } });
}

/** What each program's migrations say. */
export async function migrate({ urlOf }: Cluster): Promise<{ bff: string; engine: string }> {
  return {
    bff: await program('bff', 'migrate', { env: { DATABASE_URL: urlOf('ceex_bff') } }),
    engine: await program('engine', 'migrate', { env: { DATABASE_URL: urlOf('ceex_engine') } }),
  };
}

/** Founds the village with some cleared days, one of them corrected afterwards, and the account of a member. */
export async function makeDeployment(cluster: Cluster, folder: string): Promise<{ communityId: number }> {
  await migrate(cluster);
  const founded = await engine(cluster, 'found', ...writeVillage(folder));
  const { communityId } = JSON.parse(founded) as { communityId: number };
  for (const day of DAYS) await importDay(cluster, communityId, writeReadings(folder, day));
  await importDay(cluster, communityId, writeReadings(folder, DAYS[1], 10));
  const [house] = await cluster.query<{ id: number }>(
    'ceex_engine',
    `SELECT id FROM node WHERE kind = 'household' ORDER BY id LIMIT 1`,
  );
  await program('bff', 'provision', {
    env: { DATABASE_URL: cluster.urlOf('ceex_bff') },
    input: JSON.stringify({
      users: [{ ...MEMBER, language: 'de', operates: [communityId], nodes: [{ nodeId: house?.id, communityId }] }],
    }),
  });
  return { communityId };
}

/** Imports readings and clears what they complete. */
export async function importDay(cluster: Cluster, communityId: number, csv: string): Promise<void> {
  await engine(cluster, 'import', '--community', String(communityId), csv);
  await engine(cluster, 'clear-pending', '--community', String(communityId));
}

/** The sums of the ledger and a digest over all results. */
export async function ledgerOf(cluster: Cluster, communityId: number) {
  const [sums] = await cluster.query<{ postings: string; clearings: string; energyWh: string; amountNano: string }>(
    'ceex_engine',
    `SELECT count(*) AS postings, (SELECT count(*) FROM clearing) AS clearings, sum(energy_wh) AS "energyWh",
       sum(amount_nano) AS "amountNano" FROM posting`,
  );
  return { ...sums, hash: await engine(cluster, 'hash', '--community', String(communityId)) };
}

/** Calls `use` with the address of a BFF that serves this cluster, and of an engine beside it. */
export async function withServers<Result>(
  cluster: Cluster,
  ports: readonly [number, number],
  use: (url: string) => Promise<Result>,
) {
  const [bffPort, enginePort] = ports.map(String);
  const children = [
    start('engine', { DATABASE_URL: cluster.urlOf('ceex_engine'), ENGINE_PORT: enginePort }),
    start('bff', {
      DATABASE_URL: cluster.urlOf('ceex_bff'),
      ...{ PORT: bffPort, ENGINE_URL: `http://127.0.0.1:${enginePort}`, PUBLIC_URL: `http://localhost:${bffPort}` },
      ...{ MAIL_TRANSPORT: 'smtp', SMTP_HOST: '127.0.0.1', MAIL_FROM: 'ceex@probendorf.example' },
    }),
  ];
  try {
    const url = `http://127.0.0.1:${bffPort}`;
    await untilReady(`${url}/api/health/ready`, () => children.every(({ exitCode }) => exitCode === null));
    return await use(url);
  } finally {
    await Promise.all(
      children.map((child) => {
        const gone = new Promise((done) => child.once('exit', done));
        return child.exitCode === null && child.kill('SIGTERM') ? gone : undefined;
      }),
    );
  }
}

function start(app: 'bff' | 'engine', env: NodeJS.ProcessEnv) {
  const all = { PATH: process.env['PATH'], LOG_LEVEL: 'error', ...SECRETS, ...env };
  return spawn(process.execPath, [join(ROOT, 'dist/apps', app, 'main.js')], {
    env: all,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function untilReady(url: string, isAlive: () => boolean): Promise<void> {
  for (;;) {
    if (!isAlive()) throw new Error(`${url} will not answer`);
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}
