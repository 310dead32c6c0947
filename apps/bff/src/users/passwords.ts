import { Algorithm, hash, type Options, verify } from '@node-rs/argon2';
import type { PasswordCost } from '../config/bff-config';

/** Hashes and checks passwords (argon2id). */
export class Passwords {
  private readonly options: Options;
  /** Checked against when there is no such account, so that the answer takes as long as for a wrong password. */
  private readonly nobody: Promise<string>;

  constructor(cost: PasswordCost) {
    this.options = {
      // A const enum of a declaration file cannot be read from an isolated module: 2 is argon2id.
      algorithm: 2 satisfies Algorithm.Argon2id,
      memoryCost: cost.ARGON2_MEMORY_KIB,
      timeCost: cost.ARGON2_TIME,
      parallelism: cost.ARGON2_PARALLELISM,
    };
    this.nobody = hash('no account has this password', this.options);
  }

  hash(password: string): Promise<string> {
    return hash(password, this.options);
  }

  /** Whether `password` belongs to `known`; without a known hash it is false after the same work. */
  async matches(known: string | undefined, password: string): Promise<boolean> {
    const right = await verify(known ?? (await this.nobody), password);
    return right && known !== undefined;
  }
}
