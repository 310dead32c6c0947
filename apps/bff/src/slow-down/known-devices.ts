import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { cookieOf, SessionCookies } from '../sessions/session-cookies';
import { SessionKeys } from '../sessions/session-keys';

export const DEVICE_COOKIE = 'ceex_device';
const AUDIENCE = 'ceex-device';
const PATH = '/api/auth';
const YEAR_S = 365 * 86_400;
/** A household may share a tablet; each account has two names, its address and its id. */
const MAX_NAMES = 8;

const payload = z.object({ did: z.uuid(), acc: z.array(z.string()).max(MAX_NAMES) });

/**
 * Browsers that signed in before (OWASP's "device cookies"). The cookie signs nobody in: it only gives its browser a
 * count of its own when it tries to sign in to one of its accounts again. Accounts stand in it as fingerprints.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly keys: SessionKeys,
    private readonly cookies: SessionCookies,
  ) {}

  /** The device's id where it knows the account (an e-mail address or a user's id). */
  of(request: Request, account: string): string | undefined {
    const device = this.read(request);
    return device?.acc.includes(fingerprint(account)) ? device.did : undefined;
  }

  /** Remembers that this browser belongs to a user, who is known by these names. */
  remember(request: Request, response: Response, ...accounts: readonly string[]): void {
    const known = this.read(request);
    const marks = accounts.map((account) => fingerprint(account));
    const acc = [...new Set([...marks, ...(known?.acc ?? [])])].slice(0, MAX_NAMES);
    const token = this.keys.sign({ did: known?.did ?? randomUUID(), acc }, { audience: AUDIENCE, seconds: YEAR_S });
    response.cookie(DEVICE_COOKIE, token, { ...this.cookies.options(request, PATH), maxAge: YEAR_S * 1_000 });
  }

  private read(request: Request): z.infer<typeof payload> | undefined {
    return payload.safeParse(this.keys.read(cookieOf(request, DEVICE_COOKIE) ?? '', AUDIENCE)).data;
  }
}

/** Without a key: it stands in a signed cookie of the account's own browser, and must outlive a change of keys. */
function fingerprint(account: string): string {
  return createHash('sha256').update(account).digest().subarray(0, 12).toString('base64url');
}
