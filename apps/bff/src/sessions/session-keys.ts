import { JwtService } from '@nestjs/jwt';
import { createHmac } from 'node:crypto';
import type { SessionKey } from '../config/session-keys-config';

const ALGORITHM = 'HS256';
/** Issuer of every token for a browser: one that was made for the engine opens nothing here. */
export const SESSION_ISSUER = 'ceex-bff';

/** What a token is for; a token of one audience is worth nothing for another. */
export interface TokenUse {
  readonly audience: string;
  readonly seconds: number;
}

/**
 * The keys that sign what browsers carry (JWT, HS256). The first one signs, all of them are believed; so a key is
 * changed without signing anybody out: put the new one first, and take the old one away when its tokens have expired.
 * A token names its key (`kid`); the name is looked up in this list and means nothing else.
 */
export class SessionKeys {
  private readonly jwt = new JwtService();
  private readonly secrets: ReadonlyMap<string, string>;
  private readonly first: SessionKey;

  /** Throws a `RangeError` without a key. */
  constructor(keys: readonly SessionKey[]) {
    const [first] = keys;
    if (!first) throw new RangeError('no session key');
    this.first = first;
    this.secrets = new Map(keys.map(({ kid, secret }) => [kid, secret]));
  }

  sign(payload: object, { audience, seconds }: TokenUse): string {
    const { kid, secret } = this.first;
    return this.jwt.sign(payload, {
      secret,
      algorithm: ALGORITHM,
      keyid: kid,
      issuer: SESSION_ISSUER,
      audience,
      expiresIn: seconds,
    });
  }

  /** The payload of a token that `sign` made for this audience; undefined for any other text. */
  read(token: string, audience: string, options: { readonly expiredToo?: boolean } = {}): unknown {
    const secret = this.secretOf(token);
    if (secret === undefined) return undefined;
    try {
      return this.jwt.verify<object>(token, {
        secret,
        algorithms: [ALGORITHM],
        issuer: SESSION_ISSUER,
        audience,
        ignoreExpiration: options.expiredToo ?? false,
      });
    } catch {
      return undefined;
    }
  }

  /** The secret of the key that a token names; undefined where it names none of ours. */
  secretOf(token: string): string | undefined {
    const decoded: { header?: { kid?: unknown } } | null = decode(this.jwt, token);
    const kid = decoded?.header?.kid;
    return typeof kid === 'string' ? this.secrets.get(kid) : undefined;
  }

  /** A fingerprint of `text` that nobody without the keys can make. It changes with the first key. */
  fingerprint(text: string): Buffer {
    return createHmac('sha256', this.first.secret).update(text).digest();
  }
}

function decode(jwt: JwtService, token: string): { header?: { kid?: unknown } } | null {
  try {
    return jwt.decode(token, { complete: true });
  } catch {
    return null;
  }
}
