/** More rows than this of one kind are not written; nobody has so many. */
export const MAX_ROWS = 10_000;

/**
 * What the BFF keeps about a person, one query a part; `$1` is the user's id, `$2` the e-mail address. No part holds
 * secrets (hashes, tokens), nor other people's addresses.
 */
export const ACCOUNT_PARTS: Readonly<Record<string, string>> = {
  account: `SELECT id AS "userId", email, language, pseudonym, created_at AS "createdAt" FROM user_account WHERE id = $1`,
  sessions: `
SELECT id AS "sessionId", device, created_at AS "createdAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt",
  ended_at AS "endedAt", end_reason AS "endReason"
FROM session WHERE user_id = $1 ORDER BY created_at`,
  nodes: `
SELECT node_id AS "nodeId", community_id AS "communityId", added_at AS "addedAt", shared_by AS "sharedBy"
FROM user_node WHERE user_id = $1 ORDER BY node_id`,
  roles: `SELECT community_id AS "communityId", role, since FROM user_role WHERE user_id = $1 ORDER BY community_id`,
  authenticatorApps: `SELECT confirmed_at AS "confirmedAt" FROM totp_factor WHERE user_id = $1`,
  passkeys: `
SELECT name, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM passkey WHERE user_id = $1 ORDER BY created_at`,
  emailChange: `
SELECT new_email AS "newEmail", created_at AS "createdAt", expires_at AS "expiresAt" FROM email_change WHERE user_id = $1`,
  invitationsToMe: `
SELECT kind, community_id AS "communityId", node_ids AS "nodeIds", created_at AS "createdAt", accepted_at AS "acceptedAt",
  withdrawn_at AS "withdrawnAt"
FROM invitation WHERE email = $2 ORDER BY id`,
  invitationsByMe: `
SELECT kind, community_id AS "communityId", node_ids AS "nodeIds", created_at AS "createdAt", accepted_at AS "acceptedAt",
  withdrawn_at AS "withdrawnAt"
FROM invitation WHERE invited_by = $1 ORDER BY id`,
  auditEntries: `
SELECT at, actor_id AS "actorId", community_id AS "communityId", action, subject, before, after
FROM audit_entry WHERE actor_id = $1 OR subject ->> 'userId' = $1::text ORDER BY id`,
  letters: `
SELECT kind, language, state, created_at AS "createdAt", settled_at AS "settledAt"
FROM letter WHERE recipient = $2 ORDER BY id`,
};
