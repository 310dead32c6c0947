import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeCluster, type Cluster } from './cluster';
import { INSTALLED, script } from './scripts';

const backups = mkdtempSync(join(tmpdir(), 'ceex-backups-'));
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

jest.setTimeout(120_000);

describe('a backup', () => {
  let cluster: Cluster;
  const backUp = (env: NodeJS.ProcessEnv = {}) => script(cluster, 'backup.sh', [], { BACKUP_DIR: backups, ...env });

  beforeAll(async () => {
    cluster = await makeCluster(INSTALLED);
  });
  afterAll(async () => {
    await cluster?.destroy();
    rmSync(backups, { recursive: true, force: true });
  });

  it('is a directory with both dumps and their checksums, which nobody else may read', async () => {
    const { code, stdout, stderr } = await backUp();
    expect([code, stderr]).toEqual([0, '']);
    const backup = stdout.trim();
    expect(basename(backup)).toMatch(/^\d{8}T\d{6}Z$/);
    expect(readdirSync(backup).sort()).toEqual(['SHA256SUMS', 'ceex_bff.dump', 'ceex_engine.dump']);
    expect(statSync(backup).mode & 0o077).toBe(0);
  });

  it('that fails leaves nothing that looks like one, and none is forgotten for it', async () => {
    const known = readdirSync(backups);
    const failed = await backUp({ DATABASES: 'ceex_bff nowhere', BACKUP_KEEP_DAYS: '0' });
    expect(failed.code).not.toBe(0);
    expect(failed.stderr).toContain('nowhere');
    expect(readdirSync(backups)).toEqual(known);
  });

  it('is kept for so many days, and other files for ever', async () => {
    const aged = (name: string, days: number): string => {
      mkdirSync(join(backups, name));
      const when = new Date(Date.now() - days * DAY_MS - HOUR_MS);
      utimesSync(join(backups, name), when, when);
      return name;
    };
    const young = aged('20260101T020000Z', 2);
    const old = aged('20260102T020000Z', 4);
    const killed = aged('.unfinished-20260101T020000Z', 1);
    const foreign = aged('of-the-operator', 100);
    writeFileSync(join(backups, 'notes.txt'), 'kept');
    const { stdout } = await backUp({ BACKUP_KEEP_DAYS: '3' });
    const left = readdirSync(backups);
    expect(left).toEqual(expect.arrayContaining([young, foreign, 'notes.txt', basename(stdout.trim())]));
    expect(left.filter((name) => [old, killed].includes(name))).toEqual([]);
  });
});
