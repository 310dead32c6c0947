import { z } from 'zod';

// Traefik publishes no schema of its own for its static file that could be used without a network. These are the keys that
// we use, with what its reference (v3.5) says they may hold; `strictObject` refuses every other key, and so a misspelt one.

const duration = z.string().regex(/^(\d+(ms|s|m|h))+$/);
const keep = z.enum(['keep', 'drop', 'redact']);
const address = z.string().regex(/^:\d+$/);

const entryPoint = z.strictObject({
  address,
  http: z
    .strictObject({
      redirections: z
        .strictObject({
          entryPoint: z.strictObject({ to: z.string(), scheme: z.enum(['http', 'https']), permanent: z.boolean() }),
        })
        .optional(),
      tls: z.strictObject({ certResolver: z.string(), options: z.string() }).optional(),
    })
    .optional(),
  transport: z
    .strictObject({
      respondingTimeouts: z.strictObject({ readTimeout: duration, writeTimeout: duration, idleTimeout: duration }),
      lifeCycle: z.strictObject({ requestAcceptGraceTimeout: duration, graceTimeOut: duration }),
    })
    .optional(),
});

export const staticSchema = z.strictObject({
  global: z.strictObject({ checkNewVersion: z.boolean(), sendAnonymousUsage: z.boolean() }),
  api: z.strictObject({ dashboard: z.boolean(), insecure: z.boolean() }),
  ping: z.strictObject({ entryPoint: z.string() }),
  entryPoints: z.record(z.string(), entryPoint),
  serversTransport: z.strictObject({
    forwardingTimeouts: z.strictObject({ dialTimeout: duration, idleConnTimeout: duration }),
  }),
  certificatesResolvers: z.record(
    z.string(),
    z.strictObject({
      acme: z.strictObject({
        storage: z.string().startsWith('/'),
        keyType: z.enum(['EC256', 'EC384', 'RSA2048', 'RSA4096', 'RSA8192']),
        httpChallenge: z.strictObject({ entryPoint: z.string() }),
      }),
    }),
  ),
  providers: z.strictObject({
    swarm: z.strictObject({
      endpoint: z.string(),
      exposedByDefault: z.boolean(),
      network: z.string(),
      refreshSeconds: z.number().int().positive(),
    }),
    file: z.strictObject({ filename: z.string().startsWith('/'), watch: z.boolean() }),
  }),
  log: z.strictObject({ level: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']), format: z.enum(['json', 'common']) }),
  accessLog: z.strictObject({
    format: z.enum(['json', 'common']),
    fields: z.strictObject({
      defaultMode: keep,
      names: z.record(z.enum(['ClientUsername', 'RequestLine', 'RequestPath']), keep),
      headers: z.strictObject({ defaultMode: keep }),
    }),
  }),
});

export const dynamicSchema = z.strictObject({
  tls: z.strictObject({
    options: z.record(
      z.string(),
      z.strictObject({
        minVersion: z.enum(['VersionTLS12', 'VersionTLS13']),
        sniStrict: z.boolean(),
        cipherSuites: z.array(z.string().regex(/^TLS_ECDHE_(ECDSA|RSA)_WITH_(AES|CHACHA20)_/)),
      }),
    ),
  }),
});

/** The labels we use: Traefik takes any other silently for nothing. */
export const LABEL = new RegExp(
  [
    '^traefik\\.enable=true',
    'traefik\\.swarm\\.network=.+',
    'traefik\\.http\\.routers\\.[^.]+\\.(?:rule|entrypoints|tls\\.certresolver|middlewares|service)=.+',
    'traefik\\.http\\.services\\.[^.]+\\.loadbalancer\\.(?:server\\.port|healthcheck\\.(?:path|interval|timeout))=.+',
    'traefik\\.http\\.middlewares\\.[^.]+\\.ratelimit\\.(?:average|burst|period)=.+',
    'traefik\\.http\\.middlewares\\.[^.]+\\.headers\\.(?:stsseconds|contenttypenosniff|framedeny)=.+',
    'traefik\\.http\\.middlewares\\.[^.]+\\.headers\\.customresponseheaders\\.[\\w-]+=.*',
    'traefik\\.http\\.middlewares\\.[^.]+\\.ipallowlist\\.sourcerange=.+$',
  ].join('$|^'),
);
