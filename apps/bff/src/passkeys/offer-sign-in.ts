import { CHALLENGE_MINUTES, type RequestOptions } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { Challenges } from './challenges';
import { RelyingParty } from './relying-party';

/** The options to sign in with a passkey. They name no credential, so they are the same for everybody. */
@Injectable()
export class OfferSignIn {
  constructor(
    private readonly challenges: Challenges,
    private readonly rp: RelyingParty,
  ) {}

  async run(): Promise<RequestOptions> {
    return {
      challenge: Buffer.from(await this.challenges.begin(null)).toString('base64url'),
      timeout: CHALLENGE_MINUTES * 60_000,
      rpId: this.rp.id,
      userVerification: 'required',
    };
  }
}
