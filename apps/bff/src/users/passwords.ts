import { Algorithm, hash, type Options, verify } from '@node-rs/argon2';
import type { PasswordCost } from '../config/bff-config';

/** Hashes and checks passwords (argon2id). */
export class Passwords {
  private readonly options: Options;
  /** How a hash of today's cost begins. */
  private readonly today: string;
  /** Checked against when there is no such account, so that the answer takes as long as for a wrong password. */
  private readonly nobody: Promise<string>;

  constructor(cost: PasswordCost) {
    const { ARGON2_MEMORY_KIB: memoryCost, ARGON2_TIME: timeCost, ARGON2_PARALLELISM: parallelism } = cost;
    // A const enum of a declaration file cannot be read from an isolated module: 2 is argon2id.
    this.options = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost, timeCost, parallelism };
    this.today = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`;
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

  /** Whether a hash was made at another cost than is set now. */
  isOutdated(known: string): boolean {
    return !known.startsWith(this.today);
  }
}
