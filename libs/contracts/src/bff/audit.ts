import * as z from 'zod';
import { communityParams } from '../engine/trading';
import { instant, rowId } from '../quantities';
import { route } from '../route';

/** Everything that the audit log tells of. */
export const AUDIT_ACTIONS = [
  // accounts
  'account-created',
  'account-provisioned',
  'account-deleted',
  'password-changed',
  'password-reset',
  'email-changed',
  'session-ended',
  'sessions-ended',
  'session-reused',
  // second factors
  'authenticator-added',
  'authenticator-removed',
  'passkey-added',
  'passkey-removed',
  'passkey-renamed',
  'passkey-copied',
  'recovery-codes-made',
  'recovery-code-used',
  // members
  'invitation-sent',
  'invitation-resent',
  'invitation-withdrawn',
  'invitation-accepted',
  'node-added',
  'node-shared',
  'node-removed',
  'member-left',
  'member-removed',
  'role-granted',
  'role-revoked',
  'community-founded',
  // what the engine keeps
  'label-changed',
  'strategy-changed',
  'plant-added',
  'plant-changed',
  'plant-removed',
  'tariff-changed',
  'readings-imported',
  'cleared-again',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Somebody whom an entry names. Without an address: the account was deleted. */
export const auditPerson = z.object({ userId: z.uuid(), email: z.string().nullable() });
export type AuditPerson = z.infer<typeof auditPerson>;

export const auditEntry = z.object({
  entryId: z.int(),
  at: instant,
  /** Who did it; null: the server by itself, or somebody who was not signed in. */
  actor: auditPerson.nullable(),
  action: z.enum(AUDIT_ACTIONS),
  /** What it was done to, by ids: `userId`, `nodeId` … */
  subject: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The user whom the subject's `userId` names. */
  person: auditPerson.nullable(),
  /** How it was and how it became; null where there is nothing to tell. Their shape hangs on the action. */
  before: z.unknown(),
  after: z.unknown(),
});
export type AuditEntryView = z.infer<typeof auditEntry>;

export const auditPage = z
  .object({
    entries: z.array(auditEntry),
    /** The `before` of the next page; null on the last. */
    next: z.int().nullable(),
  })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof auditPage>;

export const auditQuery = z.strictObject({
  action: z.enum(AUDIT_ACTIONS).optional(),
  /** Only what this user did. */
  actor: z.uuid().optional(),
  before: rowId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuery>;

export const getCommunityAudit = route({
  method: 'GET',
  path: '/api/community/:communityId/audit',
  access: 'operator',
  summary: 'Who changed what in a community, newest first',
  schemas: { params: communityParams, query: auditQuery, response: auditPage },
});

export const getServerAudit = route({
  method: 'GET',
  path: '/api/admin/audit',
  access: 'administrator',
  summary: 'Who changed what that belongs to no community, newest first',
  schemas: { query: auditQuery, response: auditPage },
});
