import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** An encrypted secret as a row keeps it: IV, tag and ciphertext in one, and the name of the key. */
export interface Sealed {
  readonly sealedSecret: Buffer;
  readonly keyId: string;
}

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * Encrypts the secrets of authenticator apps (AES-256-GCM), so that a copy of the database makes no codes. A secret is
 * bound to its user: moved to another row it does not open. `SECOND_FACTOR_KEY` seals; to change it, the old one stays
 * as `SECOND_FACTOR_KEY_PREVIOUS` until every secret has been used once, for each is sealed anew when it is used.
 */
@Injectable()
export class SecretSeal {
  private readonly current: Key;
  private readonly keys: ReadonlyMap<string, Key>;

  constructor(@Inject(BFF_CONFIG) config: Pick<BffConfig, 'SECOND_FACTOR_KEY' | 'SECOND_FACTOR_KEY_PREVIOUS'>) {
    const { SECOND_FACTOR_KEY: now, SECOND_FACTOR_KEY_PREVIOUS: before } = config;
    this.current = keyOf(now);
    const all = before === undefined ? [this.current] : [keyOf(before), this.current];
    this.keys = new Map(all.map((key) => [key.id, key]));
  }

  seal(secret: Uint8Array, userId: string): Sealed {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.current.bytes, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(userId));
    const text = Buffer.concat([cipher.update(secret), cipher.final()]);
    return { sealedSecret: Buffer.concat([iv, cipher.getAuthTag(), text]), keyId: this.current.id };
  }

  /** Throws where the key is gone, or the row is another user's or was tampered with: nobody's code can be right then. */
  open({ sealedSecret, keyId }: Sealed, userId: string): Uint8Array {
    const key = this.keys.get(keyId);
    if (!key) throw new Error(`No SECOND_FACTOR_KEY has the id ${keyId}`);
    const iv = sealedSecret.subarray(0, IV_BYTES);
    const decipher = createDecipheriv(CIPHER, key.bytes, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(userId));
    decipher.setAuthTag(sealedSecret.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealedSecret.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  }

  /** Whether it was sealed with a key that is to go. */
  isOutdated({ keyId }: Sealed): boolean {
    return keyId !== this.current.id;
  }
}

function keyOf(secret: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'ceex second factor', 32));
  return { bytes, id: createHash('sha256').update(bytes).digest('hex').slice(0, 8) };
}
