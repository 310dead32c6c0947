import { CLAIMS_AUDIENCE, CLAIMS_ISSUER, type Claims } from '@ceex/contracts';
import { JwtService } from '@nestjs/jwt';
import { bearerToken, readClaims, signClaims } from './claims-token';

const secret = 'a-secret-of-more-than-32-characters';
const who: Claims = { sub: 'pseudonym', role: 'user', nodes: [1], memberOf: [2], operates: [], administers: false };
const jwt = new JwtService();
const envelope = { issuer: CLAIMS_ISSUER, audience: CLAIMS_AUDIENCE, secret, expiresIn: 30 } as const;

describe('claims token', () => {
  it('brings the claims across and nothing else', () => {
    expect(readClaims(signClaims(who, secret), secret)).toEqual(who);
  });

  it.each([
    ['another secret', signClaims(who, `${secret}!`)],
    ['another audience', jwt.sign({ ...who }, { ...envelope, audience: 'ceex-web' })],
    ['another issuer', jwt.sign({ ...who }, { ...envelope, issuer: 'somebody' })],
    ['an expired token', jwt.sign({ ...who }, { ...envelope, expiresIn: -1 })],
    ['a token that would hold too long', jwt.sign({ ...who, iat: 1_000_000_000 }, { ...envelope, expiresIn: '90y' })],
    ['another algorithm', jwt.sign({ ...who }, { ...envelope, algorithm: 'HS512' })],
    ['no signature', `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ ...who, iss: CLAIMS_ISSUER }))}.`],
    ['no claims', jwt.sign({ sub: 'x' }, envelope)],
    ['no token', ''],
  ])('refuses %s', (_, token) => {
    expect(readClaims(token, secret)).toBeUndefined();
  });

  it('finds the token of a bearer header only', () => {
    expect(bearerToken('Bearer abc.def.ghi')).toBe('abc.def.ghi');
    expect([undefined, '', 'Basic abc', 'Bearer a b', 'bearer'].map(bearerToken)).toEqual(Array(5).fill(undefined));
  });
});
