import { type Claims, claims, CLAIMS_AUDIENCE, CLAIMS_ISSUER, CLAIMS_SECONDS } from '@ceex/contracts';
import { JwtService } from '@nestjs/jwt';

const jwt = new JwtService();
const ENVELOPE = { issuer: CLAIMS_ISSUER, audience: CLAIMS_AUDIENCE } as const;

/** The token (JWT, HS256) that tells the engine for whom a call is made. Holds for `CLAIMS_SECONDS`. */
export function signClaims(who: Claims, secret: string): string {
  return jwt.sign({ ...claims.parse(who) }, { ...ENVELOPE, secret, algorithm: 'HS256', expiresIn: CLAIMS_SECONDS });
}

/** The claims of a token that `signClaims` made; undefined where it is forged, expired, or meant for somebody else. */
export function readClaims(token: string, secret: string): Claims | undefined {
  try {
    const payload = jwt.verify<object>(token, { ...ENVELOPE, secret, algorithms: ['HS256'], maxAge: CLAIMS_SECONDS });
    return claims.safeParse(payload).data;
  } catch {
    return undefined;
  }
}

/** The token in an `Authorization: Bearer …` header; undefined where there is none. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer ([\w.~+/=-]+)$/.exec(authorization ?? '')?.[1];
}
