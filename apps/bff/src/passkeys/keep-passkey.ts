import { MAX_PASSKEYS, type RegistrationResponse } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { TellOfChange } from '../second-factor/tell-of-change';
import type { Caller } from '../users/caller';
import { User } from '../users/user.entity';
import { challengeOf } from './challenge-of';
import { Challenges } from './challenges';
import { knownTransports } from './known-transports';
import { ALGORITHMS } from './offer-registration';
import { Passkey } from './passkey.entity';
import { RelyingParty } from './relying-party';

/** Keeps a passkey that an authenticator made for the session's challenge. */
@Injectable()
export class KeepPasskey {
  constructor(
    private readonly dataSource: DataSource,
    private readonly challenges: Challenges,
    private readonly rp: RelyingParty,
    private readonly tell: TellOfChange,
  ) {}

  /** Throws `passkey-refused`, also for one that somebody has already, and `conflict` where there are too many. */
  async run({ userId, sessionId }: Caller, name: string, response: RegistrationResponse, now = new Date()) {
    const made = await this.verify(sessionId, response, now);
    if (!made) throw new Failure('passkey-refused');
    const { credential, credentialDeviceType, credentialBackedUp, aaguid } = made;
    const passkey = {
      id: randomUUID(),
      userId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: knownTransports(response.response.transports),
      aaguid,
      backupEligible: credentialDeviceType === 'multiDevice',
      backedUp: credentialBackedUp,
      name,
      createdAt: now,
      lastUsedAt: null,
      alarmedAt: null,
    };
    await this.dataSource.transaction((manager) => this.insert(manager, passkey, now));
  }

  private async verify(sessionId: string, response: RegistrationResponse, now: Date) {
    const challenge = challengeOf(response.response.clientDataJSON);
    if (challenge === undefined || !(await this.challenges.take(challenge, sessionId, now))) return undefined;
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: { ...response, authenticatorAttachment: response.authenticatorAttachment ?? undefined },
        expectedChallenge: challenge,
        expectedOrigin: this.rp.origin,
        expectedRPID: this.rp.id,
        requireUserVerification: true,
        supportedAlgorithmIDs: ALGORITHMS,
      });
      return registrationInfo;
    } catch {
      // The library throws for whatever is wrong with an answer; to whom it came that is one and the same.
      return undefined;
    }
  }

  private async insert(manager: EntityManager, passkey: Omit<Passkey, 'user'>, now: Date): Promise<void> {
    const { userId, id } = passkey;
    // The lock keeps two registrations at the same moment from going over the limit.
    await manager.findOneOrFail(User, { where: { id: userId }, lock: { mode: 'pessimistic_write' } });
    if ((await manager.countBy(Passkey, { userId })) >= MAX_PASSKEYS) throw new Failure('conflict');
    const kept = await manager
      .createQueryBuilder()
      .insert()
      .into(Passkey)
      .values(passkey)
      .orIgnore()
      .returning('id')
      .execute();
    if ((kept.raw as unknown[]).length === 0) throw new Failure('passkey-refused');
    await this.tell.run(manager, { userId, what: 'passkey-added', passkeyId: id }, now);
  }
}
