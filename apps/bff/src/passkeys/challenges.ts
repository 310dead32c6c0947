import { CHALLENGE_MINUTES } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource, IsNull, LessThan, MoreThan } from 'typeorm';
import { PasskeyChallenge } from './passkey-challenge.entity';

/** What a challenge is for: a session that makes a passkey, or `null`, a sign-in. */
export type ChallengeOwner = string | null;

/** Challenges of authenticators. Each is answered at most once: taking it deletes it, and a row can be deleted once. */
@Injectable()
export class Challenges {
  constructor(private readonly dataSource: DataSource) {}

  /** A new challenge of 256 random bits. */
  async begin(sessionId: ChallengeOwner, now = new Date()): Promise<Uint8Array<ArrayBuffer>> {
    const challenge = Uint8Array.from(randomBytes(32));
    const challenges = this.dataSource.getRepository(PasskeyChallenge);
    await challenges.delete({ expiresAt: LessThan(now) });
    const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000);
    await challenges.insert({ challengeHash: hashOf(challenge), sessionId, expiresAt });
    return challenge;
  }

  /** Uses a challenge (in base64url) up; false where it is not ours, for something else, too old or used before. */
  async take(challenge: string, sessionId: ChallengeOwner, now = new Date()): Promise<boolean> {
    const { affected } = await this.dataSource.getRepository(PasskeyChallenge).delete({
      challengeHash: hashOf(Buffer.from(challenge, 'base64url')),
      sessionId: sessionId ?? IsNull(),
      expiresAt: MoreThan(now),
    });
    return affected === 1;
  }
}

function hashOf(challenge: Uint8Array): Buffer {
  return createHash('sha256').update(challenge).digest();
}
