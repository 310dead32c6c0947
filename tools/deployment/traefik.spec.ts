import { parse } from 'yaml';
import { read, readCompose } from './compose-files';
import { dynamicSchema, LABEL, staticSchema } from './traefik-schema';

const settings = staticSchema.parse(parse(read('docker/traefik/traefik.yml')));
const PRODUCTION = 'docker-compose.prod.yml';

/** `${DEPLOYMENT:-production}` and the like replaced by their names, so that dots in them mean nothing. */
const plain = (label: string) => label.replace(/\$\{(\w+)(:[^}]*)?\}/g, '$1');
const labelsOf = (file: string) =>
  Object.values(readCompose(file).services).flatMap((service) => (service.deploy?.labels ?? []).map(plain));

describe('Traefik', () => {
  it('has settings that it knows', () => {
    expect(dynamicSchema.safeParse(parse(read('docker/traefik/dynamic.yml'))).error).toBeUndefined();
    expect(staticSchema.safeParse({ ...settings, dashbord: true }).success).toBe(false);
  });

  it('sends everybody to https, with certificates of Let’s Encrypt', () => {
    const { web, websecure } = settings.entryPoints;
    expect(web?.http?.redirections?.entryPoint).toEqual({ to: 'websecure', scheme: 'https', permanent: true });
    expect(settings.certificatesResolvers).toHaveProperty(String(websecure?.http?.tls?.certResolver));
    expect(settings.certificatesResolvers['letsencrypt']?.acme.httpChallenge.entryPoint).toBe('web');
  });

  it('shows nobody its dashboard, and publishes two ports', () => {
    expect(settings.api).toEqual({ dashboard: false, insecure: false });
    const { ports = [] } = readCompose('docker/traefik/stack.yml').services['traefik'] ?? {};
    expect(ports).toMatchObject([{ published: 80 }, { published: 443 }]);
  });

  it('writes no query strings', () => {
    expect(settings.accessLog.fields.names).toMatchObject({ RequestPath: 'drop', RequestLine: 'drop' });
    expect(settings.accessLog.fields.headers.defaultMode).toBe('drop');
  });

  it('notices that a replica goes before that one stops serving', () => {
    const { bff, engine } = readCompose(PRODUCTION).services;
    for (const server of [bff, engine])
      expect(Number(server?.environment?.['SHUTDOWN_DRAIN_MS'])).toBeGreaterThan(
        settings.providers.swarm.refreshSeconds * 2_000,
      );
  });

  it('keeps idle connections for a shorter time than the servers behind it', () => {
    const seconds = (text = '') => Number(/(\d+)s?;?$/.exec(text)?.[1]);
    const idle = seconds(settings.serversTransport.forwardingTimeouts.idleConnTimeout);
    expect(idle).toBeLessThan(seconds(/keepalive_timeout \d+s;/.exec(read('docker/web/nginx.conf'))?.[0]));
    const server = /KEEP_ALIVE_MS = ([\d_]+)/.exec(read('libs/server/src/http/create-server.ts'))?.[1] ?? '';
    expect(idle * 1_000).toBeLessThan(Number(server.replaceAll('_', '')));
  });
});

describe.each([PRODUCTION, 'docker/portainer/stack.yml'])('the labels of %s', (file) => {
  const labels = labelsOf(file);
  const part = (kind: string) =>
    labels.flatMap((label) => new RegExp(`^traefik\\.http\\.${kind}\\.([^.]+)\\.`).exec(label)?.[1] ?? []);

  it('are ones that Traefik knows', () => {
    expect(labels.length).toBeGreaterThan(8);
    for (const label of labels) expect(label).toMatch(LABEL);
  });

  it('name entry points, resolvers, middlewares and services that there are', () => {
    for (const label of labels) {
      const [, option, value = ''] = /^traefik\.http\.routers\.[^.]+\.([a-z.]+)=(.*)$/.exec(label) ?? [];
      if (option === 'entrypoints') expect(settings.entryPoints).toHaveProperty(value);
      if (option === 'tls.certresolver') expect(settings.certificatesResolvers).toHaveProperty(value);
      if (option === 'service') expect(part('services')).toContain(value);
      if (option === 'middlewares') for (const name of value.split(',')) expect(part('middlewares')).toContain(name);
    }
  });

  it('give every router TLS, a service and a middleware', () => {
    for (const router of new Set(part('routers')))
      for (const option of ['rule', 'entrypoints', 'tls.certresolver', 'service', 'middlewares'])
        expect(labels.some((label) => label.startsWith(`traefik.http.routers.${router}.${option}=`))).toBe(true);
  });
});

describe('one host', () => {
  it('sends /api to the BFF and everything else to the web app', () => {
    const rules = labelsOf(PRODUCTION).flatMap((label) => /routers\.(\w+-\w+)\.rule=(.*)$/.exec(label)?.slice(1) ?? []);
    expect(rules).toEqual([
      'DEPLOYMENT-web',
      'Host(`DOMAIN`)',
      'DEPLOYMENT-bff',
      'Host(`DOMAIN`) && (Path(`/api`) || PathPrefix(`/api/`))',
    ]);
  });
});
