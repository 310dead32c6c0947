import type { Language, LetterKind } from '@ceex/contracts';

export type { LetterKind };

/** What happened to somebody's second factors: the sentence of the letter hangs on it. */
export const SECOND_FACTOR_CHANGES = [
  'authenticator-added',
  'authenticator-removed',
  'passkey-added',
  'passkey-removed',
  'passkey-copied',
  'recovery-codes-made',
  'recovery-code-used',
] as const;
export type SecondFactorChange = (typeof SECOND_FACTOR_CHANGES)[number];

/** What each kind of letter tells. Links are whole addresses of this deployment; instants are ISO 8601 with `Z`. */
export interface LetterData extends Record<LetterKind, object> {
  /** The operator invites to a community, with these nodes (their labels; none for an operator). */
  invitation: { community: string; nodes: readonly string[]; link: string; expires: string };
  /** Somebody registered with this address: is it theirs? */
  'verify-registration': { link: string };
  /** Somebody asked for a new password. */
  'reset-password': { link: string; minutes: number };
  /** Somebody asked for a new password, and there is no account with this address. */
  'no-account-here': Record<never, never>;
  /** Somebody registered with an address that has an account already; the link leads to the sign-in. */
  'account-exists': { link: string };
  /** To the new address of an account: is it yours? */
  'confirm-email': { link: string };
  /** To the old address: do you want to change to this one (in part hidden)? */
  'email-changing': { newEmailHint: string; link: string };
  'email-changed': Record<never, never>;
  'password-changed': Record<never, never>;
  /** A refresh token came back that had been exchanged already: the session was ended. */
  'session-reused': { device: string; at: string };
  'second-factor-changed': { what: SecondFactorChange };
  /** Somebody of the household shares a node. */
  'node-shared': { label: string; link: string };
  /** The operator gave the reader another node; the link leads to the app. */
  'node-added': { community: string; label: string; link: string };
  'node-removed': { label: string };
  /** The reader operates the community from now on, or does not any more. */
  'operator-made': { community: string; link: string };
  'operator-ended': { community: string };
  'account-deleted': Record<never, never>;
}

interface LetterOf<K extends LetterKind> {
  /** The recipient's address, a single one. */
  readonly to: string;
  readonly language: Language;
  readonly kind: K;
  readonly data: LetterData[K];
  /** After this the letter is worth nothing to its reader (its link has expired) and is not sent any more. */
  readonly expiresAt: Date;
  /** The community on whose behalf it is written: its operator sees the letter's fate. */
  readonly communityId?: number;
}

/** A letter to one person. */
export type Letter<K extends LetterKind = LetterKind> = { [Each in K]: LetterOf<Each> }[K];
