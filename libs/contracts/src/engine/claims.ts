import * as z from 'zod';

/** Issuer and audience of the signed claims that the BFF sends with every forwarded call. */
export const CLAIMS_ISSUER = 'ceex-bff';
export const CLAIMS_AUDIENCE = 'ceex-engine';
/** How long such a token holds. */
export const CLAIMS_SECONDS = 30;

/** What the engine learns of the caller: no name, no e-mail address. `sub` is a pseudonym. */
export const claims = z.object({
  sub: z.string().min(1).max(64),
  role: z.enum(['user', 'server']),
  /** The user's nodes. */
  nodes: z.array(z.int()).max(1_000),
  /** Communities in which the user has a node. */
  memberOf: z.array(z.int()).max(1_000),
  /** Communities that the user operates. */
  operates: z.array(z.int()).max(1_000),
  /** The user administers this server: founds communities, and sees which there are. */
  administers: z.boolean(),
});
export type Claims = z.infer<typeof claims>;
