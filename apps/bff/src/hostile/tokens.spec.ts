import { type Claims, CLAIMS_AUDIENCE, CLAIMS_ISSUER } from '@ceex/contracts';
import { signClaims } from '@ceex/server';
import { JwtService } from '@nestjs/jwt';
import { generateKeyPairSync } from 'node:crypto';
import { SINGLE_KID } from '../config/session-keys-config';
import { SESSION_ISSUER } from '../sessions/session-keys';
import { SESSION_AUDIENCE } from '../sessions/session-token';
import { ENGINE_SECRET, SAME_ORIGIN, SESSION_SECRET } from '../testing/bff-under-test';
import { E, METRICS, startWorld, type World } from './world';

describe('hostile tokens', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.bff.stop());
  beforeEach(() => world.bff.engine.reset());

  const jwt = new JwtService();
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = () => JSON.parse(Buffer.from(world.cookies.anna.split('.')[1] ?? '', 'base64url').toString());
  const signed = (options: object, secret = SESSION_SECRET) => {
    const { sub, sid } = payload();
    return jwt.sign(
      { sub, sid },
      { secret, keyid: SINGLE_KID, issuer: SESSION_ISSUER, audience: SESSION_AUDIENCE, expiresIn: 60, ...options },
    );
  };
  const claims = {
    ...{ sub: 'x', role: 'server' as const, nodes: [7] },
    ...{ memberOf: [1], operates: [1], administers: true },
  } satisfies Claims;

  it('is told from a true one', async () => {
    const answer = await world.send(METRICS, { as: 'nobody', headers: { cookie: `ceex_session=${signed({})}` } });
    expect(answer.status).toBe(200);
  });

  it.each<[string, () => string]>([
    ['nothing', () => ''],
    ['an empty token', () => 'ceex_session='],
    ['no token at all', () => 'ceex_session=hello'],
    ['a token of another secret', () => `ceex_session=${signed({}, 'another-secret-of-32-characters-!')}`],
    ["a token of the engine's secret", () => `ceex_session=${signed({}, ENGINE_SECRET)}`],
    ['an expired token', () => `ceex_session=${signed({ expiresIn: -1 })}`],
    ['a token of another audience', () => `ceex_session=${signed({ audience: CLAIMS_AUDIENCE })}`],
    ['a token of another issuer', () => `ceex_session=${signed({ issuer: `${CLAIMS_ISSUER}!` })}`],
    ['a token of an unknown key', () => `ceex_session=${signed({ keyid: 'other' })}`],
    ['a token of a key that is a path', () => `ceex_session=${signed({ keyid: '../../etc/hostname' }, 'x')}`],
    ['a token of no key', () => `ceex_session=${signed({ keyid: '' })}`],
    ['a token of another algorithm', () => `ceex_session=${signed({ algorithm: 'HS512' })}`],
    ['a token without a signature', () => `ceex_session=${base64({ alg: 'none', typ: 'JWT' })}.${base64(payload())}.`],
    [
      'a token with another user in it',
      () => {
        const [head, , signature] = world.cookies.anna.split('.');
        return `${head}.${base64({ ...payload(), sub: '00000000-0000-4000-8000-000000000000' })}.${signature}`;
      },
    ],
    [
      'a token signed with a key pair',
      () => {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
        const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
        return `ceex_session=${signed({ algorithm: 'RS256' }, pem)}`;
      },
    ],
    [
      'a token whose head names a key of its own',
      () => {
        const header = { jwk: { kty: 'oct', k: base64({}) }, x5u: 'https://evil.example', jku: 'https://evil.example' };
        const secret = 'a-secret-of-the-attacker-0123456789';
        return `ceex_session=${signed({ header: { alg: 'HS256', kid: SINGLE_KID, ...header } }, secret)}`;
      },
    ],
    ['a token of a key that is SQL', () => `ceex_session=${signed({ keyid: "' OR 1=1 --" }, 'x')}`],
    ['a token that is not due yet', () => `ceex_session=${signed({ notBefore: 3_600 })}`],
    ['a token for the second step of a sign-in', () => `ceex_session=${signed({ audience: 'ceex-pending' })}`],
    ["a token in another's cookie", () => `xceex_session=${signed({})}`],
    ['claims for the engine', () => `ceex_session=${signClaims(claims, ENGINE_SECRET)}`],
    ['claims for the engine, signed as a session', () => `ceex_session=${signClaims(claims, SESSION_SECRET)}`],
    ['an object for a token', () => 'ceex_session=j:{"sub":"x"}'],
  ])('refuses %s', (_, cookie) =>
    world.refuses(METRICS, 401, 'unauthenticated', { as: 'nobody', headers: { cookie: cookie() } }),
  );

  it.each([
    ['a session token', () => signed({})],
    ["the engine's claims", () => signClaims(claims, ENGINE_SECRET)],
  ])('refuses %s in the Authorization header', (_, token) =>
    world.refuses(METRICS, 401, 'unauthenticated', { as: 'nobody', headers: { authorization: `Bearer ${token()}` } }),
  );

  it('refuses a refresh token in place of a session', async () => {
    const { refresh } = await world.bff.signIn('anna');
    const cookie = refresh.replace('ceex_refresh', 'ceex_session');
    await world.refuses(METRICS, 401, 'unauthenticated', { as: 'nobody', headers: { cookie } });
  });

  it('refuses the replay of a session that was signed out', async () => {
    const { session, refresh } = await world.bff.signIn('anna');
    const headers = { ...SAME_ORIGIN, cookie: `${session}; ${refresh}` };
    expect((await world.send('/api/auth/logout', { method: 'POST', as: 'nobody', headers })).status).toBe(204);
    await world.refuses(METRICS, 401, 'unauthenticated', { as: 'nobody', headers: { cookie: session } });
  });

  it('refuses a node from the moment it is taken away', async () => {
    const { session } = await world.bff.signIn('ben');
    const target = `${E}/node/9`;
    expect((await world.send(target, { as: 'nobody', headers: { cookie: session } })).status).toBe(200);
    world.bff.engine.reset();
    await world.bff.dataSource.query('DELETE FROM user_node WHERE node_id = 9');
    await world.refuses(target, 403, 'forbidden', { as: 'nobody', headers: { cookie: session } });
  });
});
