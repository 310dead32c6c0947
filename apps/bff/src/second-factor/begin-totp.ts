import { Failure } from '@ceex/server';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import type { Caller } from '../users/caller';
import { SecretSeal } from './secret-seal';
import { newTotp } from './totp';

// An app that is on stays as it is, whatever happens at the same moment; one that was only begun makes room.
const BEGIN = `
INSERT INTO totp_factor AS f (user_id, sealed_secret, key_id, begun_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (user_id) DO UPDATE SET sealed_secret = $2, key_id = $3, begun_at = $4, last_step = NULL
WHERE f.confirmed_at IS NULL
RETURNING user_id`;

/** Makes a secret for an authenticator app. Nothing is asked for until a code of it was seen (`ConfirmTotp`). */
@Injectable()
export class BeginTotp {
  constructor(
    private readonly dataSource: DataSource,
    private readonly seal: SecretSeal,
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
  ) {}

  /** Throws `conflict` where an app is on already: it is removed first. */
  async run({ userId, email }: Caller, now = new Date()): Promise<{ secret: string; uri: string }> {
    const { bytes, secret, uri } = newTotp(this.config.PRODUCT_NAME, email);
    const { sealedSecret, keyId } = this.seal.seal(bytes, userId);
    const begun = await this.dataSource.query<unknown[]>(BEGIN, [userId, sealedSecret, keyId, now]);
    if (begun.length === 0) throw new Failure('conflict', { detail: 'an authenticator app is on already' });
    return { secret, uri };
  }
}
