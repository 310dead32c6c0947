import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASES, makeCluster, type Cluster } from './cluster';
import { DAYS, importDay, ledgerOf, makeDeployment, MEMBER, migrate, withServers } from './deployment';
import { run } from './run';
import { INSTALLED, script } from './scripts';
import { writeReadings } from './village';

const folder = mkdtempSync(join(tmpdir(), 'ceex-restore-'));
const DAY_AFTER = '2026-06-04';

let first: Cluster;
let second: Cluster;
let communityId: number;
let before: Awaited<ReturnType<typeof ledgerOf>>;
let backup: string;

const restore = (cluster: Cluster, ...args: readonly string[]) => script(cluster, 'restore.sh', args);

/** A copy of the backup in which something is wrong. */
async function damaged(name: string, command: string): Promise<string> {
  const copy = join(folder, name);
  cpSync(backup, copy, { recursive: true });
  const { code, stderr } = await run('sh', ['-c', `cd "$1" && ${command}`, 'sh', copy], {});
  if (code !== 0) throw new Error(stderr);
  return copy;
}

async function freePorts(): Promise<readonly [number, number]> {
  const servers = [createServer(), createServer()];
  for (const server of servers) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const [one, other] = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) await new Promise((done) => server.close(done));
  return [one!, other!];
}

jest.setTimeout(300_000);

beforeAll(async () => {
  [first, second] = await Promise.all([makeCluster(INSTALLED), makeCluster(INSTALLED)]);
  ({ communityId } = await makeDeployment(first, folder));
  before = await ledgerOf(first, communityId);
  backup = (await script(first, 'backup.sh', [], { BACKUP_DIR: folder })).stdout.trim();
});

afterAll(async () => {
  await Promise.all([first?.destroy(), second?.destroy()]);
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup is put back', () => {
  it('of something that could be lost: corrected clearings, in a ledger that sums to zero', () => {
    expect(before).toMatchObject({ energyWh: '0', amountNano: '0' });
    expect(Number(before.clearings)).toBe(96 * (DAYS.length + 1));
  });

  it.each([
    ['a dump was changed', 'echo x >>ceex_engine.dump'],
    ['a dump is missing', 'rm ceex_bff.dump'],
    ['the checksums are missing', 'rm SHA256SUMS'],
    ['a dump is missing and its checksum too', 'rm ceex_bff.dump && sha256sum *.dump >SHA256SUMS'],
    ['the checksums fit a dump that breaks off', 'truncate -s -2000 ceex_engine.dump && sha256sum *.dump >SHA256SUMS'],
  ])('but not where %s: then nothing is dropped', async (name, command) => {
    const { code } = await restore(first, await damaged(name, command), '--replace');
    expect(code).not.toBe(0);
    expect(await ledgerOf(first, communityId)).toEqual(before);
  });

  it('over tables only when told to', async () => {
    await importDay(first, communityId, writeReadings(folder, DAY_AFTER));
    const now = await ledgerOf(first, communityId);
    const { code, stderr } = await restore(first, backup);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^ceex_bff has \d+ tables: nothing was changed/)]);
    expect(await ledgerOf(first, communityId)).toEqual(now);
    expect(await restore(first, backup, '--replace')).toMatchObject({ code: 0, stderr: '' });
    expect(await ledgerOf(first, communityId)).toEqual(before);
  });
});

describe('on a new server, after the old one was destroyed', () => {
  it('everything is back: the ledger, each clearing, trade and posting, and no migration to do', async () => {
    await first.destroy();
    expect(await restore(second, backup)).toMatchObject({ code: 0, stderr: '' });
    expect(await ledgerOf(second, communityId)).toEqual(before);
    expect(await migrate(second)).toEqual({ bff: '{"migrations":[]}', engine: 'the schema is up to date' });
  });

  it('members sign in, also where the schema has a migration that these programs are too old to know', async () => {
    const future = `INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'OfTheNextRelease9999999999999')`;
    for (const database of DATABASES) await second.query(database, future);
    expect(await migrate(second)).toEqual({ bff: '{"migrations":[]}', engine: 'the schema is up to date' });
    const me = await withServers(second, await freePorts(), async (url) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/api/auth/login`, { method: 'POST', headers, body: JSON.stringify(MEMBER) });
      return [answer.status, await answer.json()] as const;
    });
    expect(me).toEqual([200, expect.objectContaining({ email: MEMBER.email, operates: [communityId] })]);
  });

  it('the market goes on', async () => {
    await importDay(second, communityId, writeReadings(folder, DAY_AFTER));
    const after = await ledgerOf(second, communityId);
    expect(after).toMatchObject({ energyWh: '0', amountNano: '0' });
    expect(Number(after.clearings)).toBe(Number(before.clearings) + 96);
  });

  it('each role still opens its own database only', async () => {
    const names = `ARRAY['${DATABASES.join("','")}']`;
    const [row] = await second.query<{ right: boolean }>(
      'postgres',
      `SELECT bool_and(has_database_privilege(owner, database, 'CONNECT') = (owner = database)) AS right
       FROM unnest(${names}) AS owner, unnest(${names}) AS database`,
    );
    expect(row?.right).toBe(true);
  });
});
