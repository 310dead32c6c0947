import type { Request } from 'express';

export const SLOW_DOWN = 'ceex:slow-down';

export interface SlowDownRule {
  /** Requests of one name are counted together. */
  readonly name:
    'sign-in' | 'second-factor' | 'password' | 'letter' | 'link' | 'passkey' | 'passkey-options' | 'my-data';
  /** For whose account a request is; without it, it is counted by address alone. */
  readonly accountOf?: (request: Request) => string | undefined;
}
