import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { examples, read, readCompose, root, type Service, type Variable, variablesOf } from './compose-files';

const DEVELOPMENT = 'docker-compose.yml';
const PRODUCTION = 'docker-compose.prod.yml';
const STACKS = [
  'docker/traefik/stack.yml',
  'docker/portainer/stack.yml',
  'docker/database/stack.yml',
  'docker/monitoring/stack.yml',
];

/** Matters of taste, and what the files do on purpose: images are built under the name that the stack pulls. */
const NOT_OURS = [
  'no-build-and-image',
  'require-project-name-field',
  'require-quotes-in-ports',
  'service-keys-order',
  'services-alphabetical-order',
  'top-level-properties-order',
];

/** Which program an image is, by its name in a compose file. */
const PROGRAM = { bff: /[-/]bff[:$]/, engine: /[-/]engine[:$]/ } as const;
type Program = keyof typeof PROGRAM;

function programOf({ image = '' }: Service): Program | undefined {
  return (Object.keys(PROGRAM) as Program[]).find((name) => PROGRAM[name].test(image));
}

describe.each([DEVELOPMENT, PRODUCTION, ...STACKS])('%s', (file) => {
  it('is a compose file by the schema of the specification', () => {
    const dclint = join(root, 'node_modules/dclint/bin/dclint.cjs');
    // The door to the internet listens everywhere.
    const skip = [...NOT_OURS, ...(file.includes('traefik') ? ['no-unbound-port-interfaces'] : [])];
    const args = [dclint, join(root, file), '--max-warnings', '0', ...skip.flatMap((rule) => ['--disable-rule', rule])];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stdout.trim(), stderr.trim()]).toEqual([0, '', '']);
  });

  it('names every image with its registry and version', () => {
    for (const { image = '' } of Object.values(readCompose(file).services))
      expect(image).toMatch(/^(docker\.io\/[\w./-]+:[\w.-]*\d[\w.-]*|ceex-\w+:development|\$\{REGISTRY.+\$\{TAG.+\})$/);
  });
});

describe.each([DEVELOPMENT, PRODUCTION])('the programs of %s', (file) => {
  const { services } = readCompose(file);
  const ours = Object.entries(services).filter(([, service]) => programOf(service) !== undefined);

  it('are there', () => {
    expect(ours.map(([name]) => name)).toEqual(
      expect.arrayContaining(['bff', 'engine', 'migrate-bff', 'migrate-engine']),
    );
  });

  it.each(ours)('give %s only variables that its program knows', (_, service) => {
    const known = examples(`apps/${programOf(service)}/.env.example`).map(({ name }) => name);
    const given = Object.keys(service.environment ?? {}).map((name) => name.replace(/_FILE$/, ''));
    expect(given.filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(given).size).toBe(given.length);
  });

  it.each(ours.filter(([name]) => name in PROGRAM))('give %s all that it requires', (_, service) => {
    const given = Object.keys(service.environment ?? {}).map((name) => name.replace(/_FILE$/, ''));
    // Instead of SESSION_SECRET there may be SESSION_KEYS.
    if (given.includes('SESSION_KEYS')) given.push('SESSION_SECRET');
    const required = examples(`apps/${programOf(service)}/.env.example`).filter((variable) => variable.required);
    expect(required.map(({ name }) => name).filter((name) => !given.includes(name))).toEqual([]);
  });

  it.each(ours)('give %s its secrets as files', (_, service) => {
    const secret = /SECRET|PASSWORD|KEY|DATABASE_URL/;
    for (const [name, value] of Object.entries(service.environment ?? {}))
      if (secret.test(name)) expect([name, value]).toEqual([expect.stringMatching(/_FILE$/), expect.any(String)]);
  });

  it.each(ours)('run %s on a root that it cannot write to', (_, service) => {
    expect(service).toMatchObject({ read_only: true, init: true });
  });
});

describe('.env.example', () => {
  const documented = examples('.env.example');
  const used = [DEVELOPMENT, PRODUCTION].flatMap((file) => variablesOf(read(file)));
  const names = (variables: readonly Variable[]) => [...new Set(variables.map(({ name }) => name))].sort();

  it('describes every variable of both compose files, and no others', () => {
    expect(documented.map(({ name }) => name).sort()).toEqual(names(used));
  });

  it('marks those as required that have no default', () => {
    expect(names(documented.filter(({ required }) => required))).toEqual(
      names(used.filter(({ required }) => required)),
    );
  });

  it('tells the defaults of a deployment', () => {
    const defaults = variablesOf(read(PRODUCTION)).filter(({ required }) => !required);
    for (const { name, fallback } of defaults)
      expect([name, documented.find((one) => one.name === name)?.fallback]).toEqual([name, fallback]);
  });

  it.each(['production', 'staging'])('knows every variable of docker/portainer/%s.env', (deployment) => {
    const file = examples(`docker/portainer/${deployment}.env`).map(({ name }) => name);
    expect(file.filter((name) => !documented.some((one) => one.name === name))).toEqual([]);
    const required = documented.filter((one) => one.required).map(({ name }) => name);
    expect(required.filter((name) => !file.includes(name))).toEqual([]);
  });
});

describe('a deployment', () => {
  const { services, networks = {}, secrets = {} } = readCompose(PRODUCTION);
  const { web = {}, bff = {}, engine = {} } = services;

  it('lets nobody but the BFF reach the engine', () => {
    expect(engine.networks).not.toContain('proxy');
    expect([engine.ports, engine.deploy?.labels]).toEqual([undefined, undefined]);
    const inside = Object.entries(services).filter(([, service]) => service.networks?.includes('inside'));
    expect(inside.map(([name]) => name)).toEqual(['bff', 'engine']);
    expect(networks['inside']).toMatchObject({ internal: true });
  });

  it('keeps the database to itself', () => {
    expect(web.networks).toEqual(['proxy']);
    expect(networks['database']).toMatchObject({ external: true });
    expect(readCompose('docker/database/stack.yml').networks?.['database']).toMatchObject({ internal: true });
  });

  it.each(['web', 'bff', 'engine'])(
    'replaces %s one by one, the new before the old, and goes back if that fails',
    (name) => {
      expect(services[name]?.deploy).toMatchObject({
        replicas: 2,
        update_config: { parallelism: 1, order: 'start-first', failure_action: 'rollback' },
        resources: { limits: { cpus: expect.any(String), memory: expect.any(String) } },
      });
      expect(services[name]).toMatchObject({ cap_drop: ['ALL'], logging: { options: { 'max-size': '10m' } } });
    },
  );

  it('declares the secrets that its services use, and no others', () => {
    const used = new Set(Object.values(services).flatMap((service) => service.secrets ?? []));
    expect([...used].sort()).toEqual(Object.keys(secrets).sort());
    for (const { environment = {}, secrets: mine = [] } of Object.values(services)) {
      const files = Object.values(environment).filter((value) => value.startsWith('/run/secrets/'));
      expect(files.map((file) => file.slice('/run/secrets/'.length)).sort()).toEqual([...mine].sort());
    }
  });

  it('gives its servers the time to end that they ask for', () => {
    for (const { environment = {}, stop_grace_period: grace } of [bff, engine]) {
      const needs = Number(environment['SHUTDOWN_DRAIN_MS']) + Number(environment['SHUTDOWN_TIMEOUT_MS']);
      expect(Number.parseInt(String(grace), 10) * 1_000).toBeGreaterThan(needs);
    }
  });
});
