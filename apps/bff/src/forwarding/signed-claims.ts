import { CLAIMS_SECONDS } from '@ceex/contracts';
import { signClaims } from '@ceex/server';
import { Inject, Injectable } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { type Caller, claimsOf } from '../users/caller';

/** A token is used again while it holds for at least this much longer than a call takes to arrive. */
const REUSE_MS = (CLAIMS_SECONDS * 1_000) / 3;
const MAX_KEPT = 10_000;

interface Signed {
  readonly claims: string;
  readonly header: string;
  readonly signedAtMs: number;
}

/** Signs what the engine is told of a caller; the same claims are signed once in ten seconds. */
@Injectable()
export class SignedClaims {
  private readonly signed = new Map<string, Signed>();

  constructor(@Inject(BFF_CONFIG) private readonly config: BffConfig) {}

  /** The `Authorization` header for calls of `caller`, with the rights that it has now. */
  headerFor(caller: Caller, nowMs = Date.now()): string {
    const claims = claimsOf(caller);
    const text = JSON.stringify(claims);
    const kept = this.signed.get(claims.sub);
    if (kept && kept.claims === text && nowMs - kept.signedAtMs < REUSE_MS) return kept.header;
    const header = `Bearer ${signClaims(claims, this.config.ENGINE_TOKEN_SECRET)}`;
    if (this.signed.size >= MAX_KEPT) this.signed.clear();
    this.signed.set(claims.sub, { claims: text, header, signedAtMs: nowMs });
    return header;
  }
}
