/** Everything that the audit log tells of. */
export const AUDIT_ACTIONS = [
  // accounts
  'account-created',
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
  'strategy-changed',
  'plant-added',
  'plant-changed',
  'plant-removed',
  'tariff-changed',
  'readings-imported',
  'cleared-again',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
