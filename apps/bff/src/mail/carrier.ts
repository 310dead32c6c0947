import type { LetterError } from '@ceex/contracts';

/** A letter ready to go: header and body as they are, nothing to be parsed any more. */
export interface Message {
  /** The letter's key in the outbox. */
  readonly letterId: number;
  readonly createdAt: Date;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Injects the `Carrier` that the configuration asks for. */
export const CARRIER = Symbol('mail carrier');

/** Takes a message to where it can be read. */
export interface Carrier {
  /** Resolves once somebody else answers for the message. Throws an `Undelivered`; anything else is our own mistake. */
  carry(message: Message): Promise<void>;
}

/** A message was not taken. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';

  constructor(
    readonly reason: LetterError,
    /** Trying again would give the same answer. */
    readonly final: boolean,
  ) {
    super(reason);
  }
}
