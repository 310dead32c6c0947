import { CHALLENGE_MINUTES, type CreationOptions, MAX_PASSKEYS } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { generateRegistrationOptions } from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import type { Caller } from '../users/caller';
import { Challenges } from './challenges';
import { knownTransports } from './known-transports';
import { Passkey } from './passkey.entity';
import { RelyingParty } from './relying-party';
import { userHandleOf } from './user-handle';

/** EdDSA, ES256 and RS256: what authenticators there are can do. */
export const ALGORITHMS = [-8, -7, -257];

/** The options to make a passkey: one that the browser can find without an address, and that checks who uses it. */
@Injectable()
export class OfferRegistration {
  constructor(
    private readonly dataSource: DataSource,
    private readonly challenges: Challenges,
    private readonly rp: RelyingParty,
  ) {}

  /** Throws `conflict` where the account has as many passkeys as it may. */
  async run({ userId, sessionId, email }: Caller): Promise<CreationOptions> {
    const known = await this.dataSource.getRepository(Passkey).findBy({ userId });
    if (known.length >= MAX_PASSKEYS)
      throw new Failure('conflict', { detail: `no more than ${MAX_PASSKEYS} passkeys` });
    const { pubKeyCredParams, excludeCredentials, user, challenge } = await generateRegistrationOptions({
      rpName: this.rp.name,
      rpID: this.rp.id,
      userName: email,
      userDisplayName: email,
      userID: userHandleOf(userId),
      challenge: await this.challenges.begin(sessionId),
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return {
      rp: { id: this.rp.id, name: this.rp.name },
      user,
      challenge,
      pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
      timeout: CHALLENGE_MINUTES * 60_000,
      attestation: 'none',
      excludeCredentials: (excludeCredentials ?? []).map(({ id, transports }) => ({
        id,
        type: 'public-key',
        transports: knownTransports(transports),
      })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    };
  }
}
