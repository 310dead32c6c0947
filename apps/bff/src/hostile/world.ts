import { bffRoutes, ENGINE_PREFIX, type Route } from '@ceex/contracts';
import { ALLOW_LIST } from '../forwarding/allow-list';
import { type BffUnderTest, startBff } from '../testing/bff-under-test';
import { type RawAnswer, rawRequest } from '../testing/raw-request';

export const E = ENGINE_PREFIX;
export const METRICS = `${E}/node/7/metrics?startDate=2026-01-01&endDate=2026-01-02`;
export const REPLAY = `${E}/node/7/replay?startDate=2026-01-01&endDate=2026-01-02&kind=never-lose`;

const PEOPLE = ['anna', 'ben', 'otto', 'olga', 'ada'] as const;
export type Person = (typeof PEOPLE)[number];

export interface Hostile {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly as?: Person | 'nobody';
}

/** What it is, its request target, its status, its problem code (null: refused by Node's own parser), and the rest. */
export type Row = readonly [string, string, number, string | null, Hostile?];

/** Every route that a browser can reach, by name: the BFF's own, and the engine's below their prefix. */
export const ALL_ROUTES: readonly (readonly [string, Route])[] = [
  ...Object.entries<Route>(bffRoutes),
  ...ALLOW_LIST.map(
    ({ route }) => [`engine ${route.method} ${route.path}`, { ...route, path: E + route.path }] as const,
  ),
];

/** The path of a route with its parameters filled in. */
export function targetOf({ path }: Route, params: Readonly<Record<string, string | number>>): string {
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => String(params[name]));
}

export interface World {
  readonly bff: BffUnderTest;
  /** `Cookie` headers of living sessions. */
  readonly cookies: Readonly<Record<Person, string>>;
  /** Sends a request over a bare socket, so that nothing on our side cleans it up. */
  send(target: string, rest?: Hostile): Promise<RawAnswer>;
  /** The request is refused just so, and nothing of it reaches the engine. */
  refuses(target: string, status: number, code: string | null, rest?: Hostile): Promise<void>;
}

/** The BFF with everybody signed in. */
export async function startWorld(): Promise<World> {
  const bff = await startBff({ CALLS_PER_MINUTE_FACTOR: '100', LETTER_LIMIT_ACCOUNT: '1000' });
  const cookies = {} as Record<Person, string>;
  for (const name of PEOPLE) cookies[name] = (await bff.signIn(name)).session;
  const send: World['send'] = (target, { method = 'GET', headers = {}, body, as = 'anna' } = {}) => {
    const all: Record<string, string> = {
      host: `127.0.0.1:${bff.port}`,
      connection: 'close',
      ...(as === 'nobody' ? {} : { cookie: cookies[as] }),
      ...(body === undefined || 'transfer-encoding' in headers ? {} : { 'content-length': String(body.length) }),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    return rawRequest(bff.port, `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
  };
  return {
    bff,
    cookies,
    send,
    async refuses(target, status, code, rest) {
      const answer = await send(target, rest);
      expect(answer.status).toBe(status);
      if (code !== null) {
        expect(answer.head).toMatch(/content-type: application\/problem\+json/i);
        expect(JSON.parse(answer.body)).toMatchObject({ status, code });
        expect(answer.head).toMatch(/content-security-policy: /i);
      }
      if (status === 405) expect(answer.head).toMatch(/^allow: (GET|GET, PUT|PUT)/im);
      expect(bff.engine.received).toEqual([]);
    },
  };
}
