import type { AuthenticationResponse } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { DataSource, type EntityManager } from 'typeorm';
import { User } from '../users/user.entity';
import { challengeOf } from './challenge-of';
import { Challenges } from './challenges';
import { Passkey } from './passkey.entity';
import { RelyingParty } from './relying-party';
import { TellOfCopy } from './tell-of-copy';
import { userHandleOf } from './user-handle';

/** Knows a user by a passkey. What is wrong with an answer, or whether anybody has such a passkey, it tells nobody. */
@Injectable()
export class CheckPasskey {
  constructor(
    private readonly dataSource: DataSource,
    private readonly challenges: Challenges,
    private readonly rp: RelyingParty,
    private readonly tellOfCopy: TellOfCopy,
  ) {}

  /** The user. Throws `passkey-refused`. */
  async run(response: AuthenticationResponse, now = new Date()): Promise<User> {
    const challenge = challengeOf(response.response.clientDataJSON);
    if (challenge === undefined || !(await this.challenges.take(challenge, null, now)))
      throw new Failure('passkey-refused');
    const user = await this.dataSource.transaction(async (manager) => {
      const passkey = await manager.findOne(Passkey, {
        where: { credentialId: response.id },
        lock: { mode: 'pessimistic_write' },
      });
      const isRight = passkey && (await this.use(manager, passkey, response, challenge, now));
      return isRight ? manager.findOneBy(User, { id: passkey.userId }) : null;
    });
    if (!user) throw new Failure('passkey-refused');
    return user;
  }

  private async use(
    manager: EntityManager,
    passkey: Passkey,
    response: AuthenticationResponse,
    challenge: string,
    now: Date,
  ): Promise<boolean> {
    const { id, counter } = passkey;
    const signed = await this.verify(passkey, response, challenge);
    if (!signed) return false;
    const { newCounter, credentialBackedUp } = signed;
    // A counter that stands still or goes back: two devices sign with one key, so somebody copied it. All zeros: it does not count.
    if ((newCounter > 0 || counter > 0) && newCounter <= counter) {
      await this.tellOfCopy.run(manager, passkey, now);
      return false;
    }
    await manager.update(Passkey, { id }, { counter: newCounter, backedUp: credentialBackedUp, lastUsedAt: now });
    return true;
  }

  private async verify(passkey: Passkey, response: AuthenticationResponse, challenge: string) {
    const { userHandle } = response.response;
    const handle = Buffer.from(userHandleOf(passkey.userId)).toString('base64url');
    if (userHandle !== undefined && userHandle !== handle) return undefined;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: { ...response, authenticatorAttachment: response.authenticatorAttachment ?? undefined },
        expectedChallenge: challenge,
        expectedOrigin: this.rp.origin,
        expectedRPID: this.rp.id,
        requireUserVerification: true,
        // The library looks at the counter before the signature; we do after it, so that only the key's holder is believed.
        credential: { id: passkey.credentialId, publicKey: Uint8Array.from(passkey.publicKey), counter: 0 },
      });
      const isSameKind = (authenticationInfo.credentialDeviceType === 'multiDevice') === passkey.backupEligible;
      return verified && isSameKind ? authenticationInfo : undefined;
    } catch {
      // The library throws for whatever is wrong with an answer; to whom it came that is one and the same.
      return undefined;
    }
  }
}
