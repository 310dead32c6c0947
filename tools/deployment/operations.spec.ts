import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '../..');
const FILE = 'docs/operations.md';
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const manual = read(FILE);

/** What stands in code: between backticks, and in fenced blocks. */
const code = Array.from(manual.matchAll(/```sh\n(.*?)```|`([^`\n]+)`/gs), ([, block, inline]) => block ?? inline ?? '');
const found = (pattern: RegExp, texts: readonly string[] = code) => [
  ...new Set(texts.flatMap((text) => Array.from(text.matchAll(pattern), ([, name]) => name ?? ''))),
];

interface Compose {
  readonly services: Readonly<Record<string, unknown>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

const STACKS: Readonly<Record<string, string>> = {
  traefik: 'docker/traefik/stack.yml',
  'ceex-database': 'docker/database/stack.yml',
  'ceex-production': 'docker-compose.prod.yml',
};
/** Where a variable that the manual names may come from. */
const SOURCES = [
  ...['.env.example', 'apps/bff/.env.example', 'apps/engine/.env.example', 'docker-compose.prod.yml'],
  ...['docker/database/stack.yml', 'docker/portainer/stack.yml', 'docker/portainer/staging.env'],
  ...['docker/traefik/stack.yml', 'docker/monitoring/stack.yml', '.github/workflows/deploy.yml'],
];

describe('the manual of operation names only what there is', () => {
  it('files and folders', () => {
    const paths = found(/(?<![\w/.-])((?:docker|docs|tools|apps|libs|\.github)\/[\w./-]*\w|docker-compose[\w.]*yml)/g);
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('links to pages and to their sections', () => {
    const links = found(/\]\(([^)]+)\)/g, [manual]).filter((link) => !link.startsWith('https://'));
    const broken = links.filter((link) => {
      const [path, section] = link.split('#');
      const target = path ? join(dirname(FILE), path) : FILE;
      return !existsSync(join(ROOT, target)) || (section !== undefined && !sections(read(target)).includes(section));
    });
    expect(links.length).toBeGreaterThan(5);
    expect(broken).toEqual([]);
  });

  it('commands of npm, and benchmarks', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(found(/npm run ([\w-]+)/g).filter((name) => !(name in scripts))).toEqual([]);
    const benchmarks = found(/npm run bench -- (\w+)/g);
    expect(benchmarks).toContain('redeploy');
    expect(benchmarks.filter((name) => !existsSync(join(ROOT, `tools/bench/${name}.mjs`)))).toEqual([]);
  });

  it('variables', () => {
    const names = found(/\b([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)\b/g);
    const known = SOURCES.map(read).join('\n');
    expect(names).toContain('SECOND_FACTOR_KEY_PREVIOUS_SECRET');
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(known))).toEqual([]);
  });

  it.each(Object.entries(STACKS))('services and volumes of the stack %s', (stack, file) => {
    const { services, volumes } = parse(read(file)) as Compose;
    const named = found(new RegExp(`\\b${stack}_([a-z][a-z-]*)`, 'g'));
    expect(named.filter((name) => !(name in { ...services, ...volumes }))).toEqual([]);
  });

  it('secrets that the stacks ask for, all of them', () => {
    const asked = found(/name: \$\{(?:\w+:-(ceex_\w+))\}/g, [read('docker-compose.prod.yml')]);
    const ofDatabase = found(/name: \$\{SECRET_PREFIX:-ceex\}_(\w+_password)/g, [read('docker/database/stack.yml')]);
    expect(asked).toContain('ceex_none');
    const made = manual.split('## Staging')[0] ?? '';
    const generated = ['bff', 'engine'].map((app) => `ceex_${app}_database_url`);
    expect(asked.filter((name) => !generated.includes(name) && !made.includes(name))).toEqual([]);
    expect(ofDatabase.filter((name) => !made.includes(name))).toEqual([]);
  });

  it('commands that a shell can read', () => {
    const blocks = found(/```sh\n(.*?)```/gs, [manual]);
    const faults = blocks.map((input) => spawnSync('bash', ['-n'], { input, encoding: 'utf8' }).stderr);
    expect(blocks.length).toBeGreaterThan(5);
    expect(faults.filter((fault) => fault !== '')).toEqual([]);
  });

  it('alerts', () => {
    const alerts = found(/- alert: (\w+)/g, [read('docker/monitoring/alerts.yml')]);
    expect(alerts).toEqual(expect.arrayContaining(['BackupOld', 'DiskFull']));
    for (const name of ['BackupOld', 'DiskFull']) expect(manual).toContain(`\`${name}\``);
  });
});

/** The anchors of a page's sections, as GitHub makes them. */
function sections(page: string): readonly string[] {
  return Array.from(page.matchAll(/^#+ (.*)$/gm), ([, title]) =>
    (title ?? '')
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  );
}
